/** A key as it is written in this product: "g v", "Ctrl K". Said to assistive technology by aria-keyshortcuts on the control, so hidden here. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>
}
