import './mark.css'

type ClonalBarProps = { fraction: number | null; figure?: string; detail?: string; isDetailMono?: boolean; isSubclonal?: boolean | undefined }

/** A share of cells from 0 to 1 with its tick at 0.5; below it (or when said so) striped and outlined. Null is hatched: not assessable.
    `figure` is the number beside the bar, `detail` its reads ("271/521") or other words. */
export function ClonalBar({ fraction, figure, detail, isDetailMono = true, isSubclonal }: ClonalBarProps) {
  const share = fraction === null ? 0 : Math.min(1, Math.max(0, fraction))
  const isLow = isSubclonal ?? share < 0.5
  const said = fraction === null ? 'fraction of cells not assessable' : `fraction of cells ${fraction.toFixed(2)}`
  return (
    <span className="clonal">
      {fraction === null
        ? <span className="clonal-track hatched" role="img" aria-label={said} />
        : <span className="clonal-track" data-low={isLow || undefined} role="img" aria-label={said}><i style={{ width: `${share * 100}%` }} /></span>}
      {figure === undefined ? null : <b>{figure}</b>}
      {detail === undefined ? null : <span className={isDetailMono ? 'mono qq' : 'q small'}>{detail}</span>}
    </span>
  )
}
