// The workspace's name: what colleagues see above the menu and customers in letters.
import { useQuery } from '@tanstack/react-query'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { queries, type Session, server } from '../app/server.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { useDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { Heading } from './Heading.tsx'
import { DraftForm } from './SaveBar.tsx'

type Read = Awaited<ReturnType<typeof server.readWorkspace>>

const Form = ({ workspace }: { workspace: Read }) => {
  const { t } = useTranslation()
  const draft = useDraft({ name: workspace.name }, async (body) => {
    const { name } = await server.changeWorkspace({ body })
    queries.setQueryData<Read>(['workspace'], (now) => now && { ...now, name })
    queries.setQueryData<Session>(['session'], (now) => now && { ...now, tenant: { ...now.tenant, name } })
  })
  return (
    <DraftForm label={t('settings.section.workspace')} draft={draft}>
      <section className="sheet padded">
        <Field label={t('settings.workspaceName')} help={t('settings.workspaceHelp')} error={draft.at('/name')}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={draft.value.name}
              onChange={(event) => draft.set({ name: event.target.value })}
            />
          )}
        </Field>
      </section>
    </DraftForm>
  )
}

export const Workspace = () => {
  const { t } = useTranslation()
  const query = useQuery({ queryKey: ['workspace'], queryFn: ({ signal }) => server.readWorkspace({}, signal) })
  return (
    <>
      <Heading title={t('settings.section.workspace')} lead={t('settings.workspaceLead')} />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={2} />}
      {query.data && <Form workspace={query.data} />}
      <a {...linkTo({ page: 'welcome', step: 1 })}>{t('welcome.again')}</a>
    </>
  )
}
