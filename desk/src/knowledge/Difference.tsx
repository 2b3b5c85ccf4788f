// What changed from one version to another, field by field, word by word.
import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { Failed, Loading } from '../ui/Blank.tsx'

type Changes = Awaited<ReturnType<typeof server.compareKnowledgeVersions>>['changes']

/** The field's words; one this desk does not know keeps its own name. */
const fieldName = (field: string): string => {
  const key = `knowledge.field.${field}`
  return i18next.exists(key) ? i18next.t(key) : field
}

const Pieces = ({ pieces }: { pieces: Changes[number]['pieces'] }) => (
  <p className="kb-diff">
    {pieces.map(({ kind, text }, at) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order.
      if (kind === 'same') return <span key={at}>{text}</span>
      const Tag = kind === 'added' ? 'ins' : 'del'
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order.
      return <Tag key={at}>{text}</Tag>
    })}
  </p>
)

export const Difference = ({ entryId, from, to }: { entryId: string; from: number; to: number }) => {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['knowledge', 'changes', entryId, from, to],
    queryFn: ({ signal }) => server.compareKnowledgeVersions({ params: { entryId }, query: { from, to } }, signal),
  })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={2} />
  if (query.data.changes.length === 0) return <p className="muted">{t('knowledge.sameWords')}</p>
  return (
    <dl className="kb-changes">
      {query.data.changes.map(({ field, pieces }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <Pieces pieces={pieces} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
