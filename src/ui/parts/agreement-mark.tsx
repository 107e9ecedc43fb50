import './mark.css'

export type Agreement = 'differ' | 'part' | 'one' | 'same'

const marks: Record<Agreement, { sign: string; word: string }> = {
  differ: { sign: '×', word: 'differ' },
  part: { sign: '~', word: 'in part' },
  one: { sign: '1', word: 'only one mentions' },
  same: { sign: '=', word: 'same' },
}

/** Agreement as a sign in a box and a word, never as a colour. `isBare` keeps the word for hearing only; `count` follows the word. */
export function AgreementMark({ mark, isBare, count }: { mark: Agreement; isBare?: boolean; count?: number }) {
  const { sign, word } = marks[mark]
  return (
    <span className="agreement-word">
      <b className="agreement" data-mark={mark} aria-hidden="true">{sign}</b>
      <span className={isBare ? 'heard' : undefined}>{count === undefined ? word : `${word} ${count}`}</span>
    </span>
  )
}
