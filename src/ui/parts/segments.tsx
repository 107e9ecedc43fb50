import './control.css'

export type Segment<Value extends string> = { value: Value; label: string; count?: number; isDisabled?: boolean }
type SegmentsProps<Value extends string> = { label: string; options: readonly Segment<Value>[]; value: Value | null; onChange: (value: Value) => void; isLarge?: boolean }

/** One of a few, all the same weight; null is nothing chosen yet. */
export function Segments<Value extends string>({ label, options, value, onChange, isLarge }: SegmentsProps<Value>) {
  return (
    <span className="seg" role="group" aria-label={label} data-size={isLarge ? 'large' : undefined}>
      {options.map(option => (
        <button key={option.value} type="button" aria-pressed={option.value === value} disabled={option.isDisabled} onClick={() => onChange(option.value)}>
          {option.count === undefined ? option.label : `${option.label} ${option.count}`}
        </button>
      ))}
    </span>
  )
}
