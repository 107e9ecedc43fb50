import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { ToastUndo } from './toast-undo.ts'

// Not in the first load: the window comes with the first toast.
const load = () => import('./toast-window.tsx')
const ToastWindow = lazy(() => load().then(module => ({ default: module.ToastWindow })))
let isWanted = false
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** One line at the bottom right, one at a time. With an undo it stays 30 s, else 4 s; it stands above the bar at the foot, where the actions are. It reports an act of this person, never a failure: failures stand beside the control. */
export async function showToast(text: string, undo?: ToastUndo): Promise<void> {
  isWanted = true
  for (const listener of listeners) listener()
  const { pushToast } = await load()
  pushToast(text, undo)
}

/** Where toasts appear; stands once, in the provider. */
export function ToastHost() {
  const isShown = useSyncExternalStore(subscribe, () => isWanted, () => false)
  return isShown ? <Suspense fallback={null}><ToastWindow /></Suspense> : null
}
