import './mantine.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import './print.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { styleNonce } from './style-nonce.ts'
import { ToastHost } from '../parts/toast.tsx'
import { resolveVariables, theme } from './theme.ts'

// Read once, outside the component: Mantine compares managers by identity.
const schemeManager = localStorageColorSchemeManager({ key: 'consilium-scheme' })

/** The look around everything: tokens, fonts, Mantine on the tokens, one toast at a time at the bottom right. Starts with the system's scheme. */
export function LookProvider({ children, scheme }: { children: ReactNode; scheme?: 'light' | 'dark' | undefined }) {
  return (
    <MantineProvider getStyleNonce={() => styleNonce} theme={theme} cssVariablesResolver={resolveVariables} colorSchemeManager={schemeManager} defaultColorScheme="auto" {...(scheme ? { forceColorScheme: scheme } : {})}>
      <ToastHost />
      {children}
    </MantineProvider>
  )
}
