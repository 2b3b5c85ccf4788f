// Which size fits a body: the shop's size tables as data. Code reads them; nothing guesses.
interface Row {
  readonly size: string
  /** Up to and including. */
  readonly heightCm: number
  readonly weightKg: number
}
const CLOTHES: readonly Row[] = [
  { size: 'S', heightCm: 167, weightKg: 57 },
  { size: 'M', heightCm: 173, weightKg: 66 },
  { size: 'L', heightCm: 179, weightKg: 75 },
  { size: 'XL', heightCm: 185, weightKg: 85 },
  { size: 'XXL', heightCm: 191, weightKg: 97 },
]
const SMALLEST = { heightCm: 148, weightKg: 38 }

/** Foot length in mm -> shoe size; each size is 5 mm, 36 fits 230 mm. */
const FIRST_SHOE = { size: 36, footMm: 230 }
const LAST_SHOE = 45

/** The larger of the sizes height and weight ask for; null when the table ends before them. */
export const clothesSize = (heightCm: number, weightKg: number): string | null => {
  if (heightCm < SMALLEST.heightCm || weightKg < SMALLEST.weightKg) return null
  return CLOTHES.find((row) => heightCm <= row.heightCm && weightKg <= row.weightKg)?.size ?? null
}

/** The smallest size the foot fits into; null outside 36…45. */
export const shoeSize = (footMm: number): string | null => {
  const size = Math.max(FIRST_SHOE.size, FIRST_SHOE.size + Math.ceil((footMm - FIRST_SHOE.footMm) / 5))
  return footMm < FIRST_SHOE.footMm - 10 || size > LAST_SHOE ? null : String(size)
}
