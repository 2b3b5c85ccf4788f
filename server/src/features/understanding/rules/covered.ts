// Sentences that teach: personal data in them is covered before they are kept, whoever wrote them, for they go into models and
// come out again as CSV.
import { findPersonal, mask } from '@ballast/understanding/privacy'

export const covered = (text: string): string => mask(text, findPersonal(text))
