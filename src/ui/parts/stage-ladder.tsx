import './stage-ladder.css'

export type LadderStage = { id: string; name: string; at: 'done' | 'now' | 'next'; entered?: string | undefined }

/** Stages of the case with the day each was entered ("11-21"). */
export function StageLadder({ stages, label = 'Stage, entered' }: { stages: readonly LadderStage[]; label?: string }) {
  return (
    <div className="ladder">
      <p className="lab">{label}</p>
      <ol>
        {stages.map(stage => (
          <li key={stage.id} data-at={stage.at} aria-current={stage.at === 'now' ? 'step' : undefined}>{stage.name}<span>{stage.entered}</span></li>
        ))}
      </ol>
    </div>
  )
}
