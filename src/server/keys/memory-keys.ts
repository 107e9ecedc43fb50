import type { Keys } from './key-port.ts'
import { keysFrom } from './keys-from.ts'
import { newKeyMaterial } from './new-key-material.ts'

/** Keys that end with the process: tests, and a demonstration that keeps nothing. */
export const memoryKeys = async (): Promise<Keys> => keysFrom(await newKeyMaterial(false))
