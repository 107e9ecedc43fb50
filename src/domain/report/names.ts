/** Ids of the knowledge release as people say them: `GRB2_SOS` is GRB2-SOS1. An id that the release does not name stays as it is. */
export type Labels = Readonly<Record<string, string>>

/** One id in words. */
export const named = (labels: Labels, id: string): string => labels[id] ?? id

/** A sentence in which ids stand, whole words only. */
export const inWords = (labels: Labels, text: string): string => text.replace(/[A-Za-z0-9_]{2,60}/g, (token) => (Object.hasOwn(labels, token) ? (labels[token] ?? token) : token))

/** A therapy key of the run as people write it: `osimertinib + savolitinib`, `MDM2 inhibitor` for a class. */
export const therapyWords = (labels: Labels, key: string): string =>
  key.split('+').map((part) => (part.startsWith('class:') ? named(labels, part.slice('class:'.length)).replaceAll('_', ' ') : part)).join(' + ')
