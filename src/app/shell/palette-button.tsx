import { Icon } from '#src/ui/parts/icon.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'

/** The palette for those who point: it presses the palette's own keys, so that there is one way in. */
const pressPaletteKeys = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))

export function PaletteButton() {
  return (
    <button type="button" className="palette-button" aria-label="Case, gene, drug or action" aria-keyshortcuts="Control+K Meta+K" onClick={pressPaletteKeys}>
      <Icon name="search" isSmall /><span>Case, gene, drug or action</span><KeyHint keys="Ctrl K" />
    </button>
  )
}
