// A return, an exchange or a refund and how far it is.
import type { Part } from '@ballast/contract/parts'
import { formatMoney } from '../format.ts'
import type { Words } from '../locales/words.ts'

export const ReturnCard = ({ part, words }: { part: Extract<Part, { kind: 'return-card' }>; words: Words }) => (
  <article class="card" aria-label={`${words.returns.type[part.type]} ${part.returnId}`}>
    <header>
      <span class="card-title">
        {words.returns.type[part.type]} <span class="number">{part.returnId}</span>
      </span>
      <strong class={`tag ${part.status}`}>{words.returns.status[part.status]}</strong>
    </header>
    <footer>
      <span class="muted">
        {words.returns.order} <span class="number">{part.orderNo}</span>
      </span>
      {part.amount !== undefined && (
        <span>
          {words.returns.amount} <strong>{formatMoney(part.amount, words.locale)}</strong>
        </span>
      )}
    </footer>
  </article>
)
