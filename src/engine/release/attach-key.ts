const itemKeys: string[] = []

/** Points of an evidence item belong to the interaction that is attached to this key. */
export const itemKey = (item: number): string => (itemKeys[item] ??= `item:${item}`)

/** Points of a driver that goes around a node belong to the interaction that is attached to this key. */
export const aroundKey = (gene: string, node: string): string => `around:${gene}>${node}`
