import { createContext, useContext } from 'react'

/** Opens the sheet of keys; the shell provides it. */
export const ShowKeys = createContext<() => void>(() => undefined)
export const useShowKeys = () => useContext(ShowKeys)
