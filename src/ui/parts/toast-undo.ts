/** The way back from an act: a word, a key, what it does. */
export type ToastUndo = { label?: string; keys?: string; act: () => void }
