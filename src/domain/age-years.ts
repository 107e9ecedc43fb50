/** Whole years from a date of birth (`1963`, `1963-04-02`) to a day; null before birth. A year alone counts to the birthday of that year. */
export function ageYearsFrom(born: string, today: string): number | null {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (born.length === 10 && today.slice(5) < born.slice(5) ? 1 : 0)
  return Number.isInteger(years) && years >= 0 && years <= 120 ? years : null
}
