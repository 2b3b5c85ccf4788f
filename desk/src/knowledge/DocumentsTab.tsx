// Documents the bot answers from: brought in by button or by dropping, watched while they are read.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { explainCode } from '../app/explain.ts'
import { usePlace } from '../app/place.ts'
import { server, useMay } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { IconButton } from '../ui/Button.tsx'
import { DocumentLine } from './DocumentLine.tsx'
import { DropZone } from './DropZone.tsx'
import { dismiss, uploads } from './document-uploads.ts'
import { knowledgeChanged } from './entries.ts'

const LOOK_EVERY_MS = 1_000
const PAGE = 200

const useDocuments = () =>
  useQuery({
    queryKey: ['knowledge', 'documents'],
    queryFn: ({ signal }) => server.listDocuments({ query: { limit: PAGE } }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.documents.some((each) => each.state === 'waiting' || each.state === 'reading') === true
        ? LOOK_EVERY_MS
        : false,
  })

const Uploading = () => {
  const { t } = useTranslation()
  const all = useCell(uploads, (now) => now)
  return (
    <ul className="sheet kb-uploads" aria-label={t('documents.uploading')}>
      {all.map(({ id, name, done, why }) => (
        <li key={id} className="kb-document">
          <div className="kb-line-top">
            <b className="kb-name">{name}</b>
            {why === undefined ? (
              <span className="muted">{Math.round(done * 100)} %</span>
            ) : (
              <IconButton icon="close" label={t('documents.dismiss', { name })} onClick={() => dismiss(id)} />
            )}
          </div>
          {why === undefined ? (
            <progress aria-label={t('documents.sending', { name })} value={done} max={1} />
          ) : (
            <p className="kb-trouble bad" role="alert">
              {explainCode(why)}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

export const DocumentsTab = () => {
  const { t } = useTranslation()
  const place = usePlace()
  const wanted = place.page === 'knowledge' ? place.at?.split('/')[1] : undefined
  const query = useDocuments()
  const documents = query.data?.documents ?? []
  const ready = documents.filter(({ state }) => state === 'ready').length
  const seen = useRef(ready)
  // One has just been read: its sections are entries now.
  useEffect(() => {
    if (seen.current !== ready && query.data) knowledgeChanged()
    seen.current = ready
  }, [ready, query.data])
  return (
    <>
      <p className="muted">{t('documents.lead')}</p>
      {useMay('knowledge.write') && <DropZone told={() => void query.refetch()} />}
      <Uploading />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && documents.length === 0 && (
        <Blank icon="file" title={t('documents.none')}>
          {t('documents.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {documents.map((document) => (
          <DocumentLine key={document.id} document={document} first={document.id === wanted} />
        ))}
      </ul>
    </>
  )
}
