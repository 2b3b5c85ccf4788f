// Old chats brought in, step by step: the file, which column is which, the job at work, the drafts it made.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { isGoing, useImports } from './growth-data.ts'
import { ImportFile } from './ImportFile.tsx'
import { ImportLine, ImportProgress } from './ImportResult.tsx'

const Steps = () => {
  const { t } = useTranslation()
  const imports = useImports()
  const writes = useMay('knowledge.write')
  if (imports.error) return <Failed error={imports.error} retry={() => void imports.refetch()} />
  if (imports.isPending) return <Loading lines={4} />
  const [newest] = imports.data.imports
  const past = imports.data.imports.filter((one) => !isGoing(one))
  return (
    <>
      {newest !== undefined && isGoing(newest) && <ImportProgress one={newest} mayStop={writes} />}
      {writes && !isGoing(newest) && <ImportFile />}
      {past.length > 0 && (
        <section className="gap-part" aria-label={t('growth.import.past')}>
          <h2>{t('growth.import.past')}</h2>
          <ul className="sheet">
            {past.map((one, at) => (
              <ImportLine key={one.id} one={one} begun={at === 0 && one.id === newest?.id} />
            ))}
          </ul>
        </section>
      )}
      {!writes && past.length === 0 && <Blank icon="file" title={t('growth.import.none')} />}
    </>
  )
}

export const ImportWizard = () => {
  const { t } = useTranslation()
  return (
    <>
      <a className="kb-back" {...linkTo({ page: 'knowledge', at: 'gaps' })}>
        <Icon name="back" size={16} />
        {t('growth.toGaps')}
      </a>
      <header className="gap-title">
        <h2>{t('growth.import.title')}</h2>
        <p className="muted">{t('growth.import.lead')}</p>
      </header>
      <Steps />
    </>
  )
}
