import type { CaseView } from '#src/contract/views/case-view.ts'
import { dayIn } from '#src/lib/zone-time.ts'
import { stageWord } from '#src/lib/words/stage-words.ts'
import { StageLadder, type LadderStage } from '#src/ui/parts/stage-ladder.tsx'

const short: Record<string, string> = { review: 'Review' }

export function CaseLadder({ view, zone }: { view: CaseView; zone: string }) {
  const now = view.ladder.findIndex((step) => step.stage === view.stage)
  const stages = view.ladder.map((step, index): LadderStage => ({
    id: step.stage, name: short[step.stage] ?? stageWord(step.stage), at: index === now ? 'now' : index < now ? 'done' : 'next',
    entered: step.enteredAt ? dayIn(step.enteredAt, zone).slice(5) : undefined,
  }))
  return <StageLadder stages={stages} />
}
