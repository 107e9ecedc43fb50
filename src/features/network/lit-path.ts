import type { InteractionView } from '#src/contract/views/facts-view.ts'
import type { NetworkNode, NetworkView } from '#src/domain/network-view.ts'

/** What the selection of the address means on this map: an interaction, a node, an edge, or an alteration, which stands for its node. */
export type Selection = { interaction: InteractionView | null; node: NetworkNode | null; edgeId: string | null; litPath: readonly string[] }

export function selectionOf(id: string | null, view: NetworkView, interactions: readonly InteractionView[]): Selection {
  const none: Selection = { interaction: null, node: null, edgeId: null, litPath: [] }
  if (id === null) return none
  const interaction = interactions.find((one) => one.id === id)
  if (interaction) return { ...none, interaction, litPath: litPathOf(interaction, view) }
  const node = view.nodes.find((one) => one.id === id) ?? view.nodes.find((one) => one.alterationIds.includes(id))
  if (node) return { ...none, node }
  return view.edges.some((edge) => edge.id === id) ? { ...none, edgeId: id } : none
}

/** A member may be an alteration of the node, or a gene of the family the node stands for. */
const carriesMember = ({ members, memberGenes }: InteractionView, node: NetworkNode) =>
  members.some((member) => node.alterationIds.includes(member) || node.alterations.includes(member)) || memberGenes.some((gene) => gene === node.id || (node.alterations.length > 0 && node.members.includes(gene)))

/** The path an interaction claims; where it claims none, the nodes of its members. */
export function litPathOf(interaction: InteractionView, view: NetworkView): readonly string[] {
  if (interaction.path.length > 0) return interaction.path
  return view.nodes.filter((node) => carriesMember(interaction, node)).map((node) => node.id)
}

/** Ids of the edges between neighbours of the path, for the map to draw them lit. */
export const edgesAlong = (path: readonly string[], view: NetworkView): string[] =>
  path.slice(1).flatMap((id, at) => view.edges.filter((edge) => edge.kind !== 'drug' && edge.kind !== 'resistance' && ((edge.from === path[at] && edge.to === id) || (edge.to === path[at] && edge.from === id))).map((edge) => edge.id))

export const touches = (interaction: InteractionView, node: NetworkNode) =>
  interaction.path.includes(node.id) || carriesMember(interaction, node)

/** Names along the lit path: an arrow where the map has an edge between two steps, else a comma, for no path is claimed there. */
export function pathWords(path: readonly string[], view: NetworkView): string {
  const label = (id: string) => view.nodes.find((node) => node.id === id)?.label ?? id
  const isEdge = (a: string, b: string) => view.edges.some((edge) => (edge.from === a && edge.to === b) || (edge.from === b && edge.to === a))
  return path.map((id, index) => `${index === 0 ? '' : isEdge(path[index - 1] ?? '', id) ? ' ▸ ' : ', '}${label(id)}`).join('')
}
