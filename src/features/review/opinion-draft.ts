import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { createKeptDraft, type KeptDraftPorts, type Saved } from '#src/lib/kept-draft.ts'
import { sendable, TypedOpinion } from './sendable.ts'

export type OpinionDraftPorts = {
  save: (version: number, opinion: Opinion) => Promise<OpinionDraftView>
  newest: () => Promise<OpinionDraftView>
  device: KeptDraftPorts<Opinion>['device']
}

const saved = ({ version, opinion, savedAt }: OpinionDraftView): Saved<Opinion> => ({ version, value: opinion, savedAt })

/** The draft of one opinion: a line that still lacks its drug, reason or name stays on this device until it is whole. */
export const createOpinionDraft = (initial: OpinionDraftView, { save, newest, device }: OpinionDraftPorts) =>
  createKeptDraft<Opinion>(saved(initial), {
    save: async (version, opinion) => saved(await save(version, opinion)),
    newest: async () => saved(await newest()),
    sendable: (opinion) => {
      const sent = sendable(opinion)
      return { value: sent.opinion, isWhole: sent.waiting === 0 }
    },
    read: (kept) => TypedOpinion.safeParse(kept).data ?? null,
    device,
  })
