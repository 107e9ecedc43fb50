/** Names under which one origin keeps the demonstration: its databases, its lock, its channel between tabs. */
export const demonstrationNames = { cases: 'consilium-demonstration', seat: 'consilium-demonstration-seat', keys: 'consilium-keys', lock: 'consilium-demonstration-seed', channel: 'consilium-demonstration-start' } as const
