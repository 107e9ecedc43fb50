const key = 'consilium-demonstration-tab'

/** A name for this tab that a reload keeps. It opens nothing: who is played under it is a choice, not a secret. */
export function thisTab(): string {
  const known = sessionStorage.getItem(key)
  if (known) return known
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(key, fresh)
  return fresh
}
