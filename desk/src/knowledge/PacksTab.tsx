// The gallery of ready-made packs: what trade each is for, and whether it is in use.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { languageName } from './entries.ts'
import { type Pack, sideOf, usePacks } from './packs.ts'

const Card = ({ pack }: { pack: Pack }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const side = sideOf(language)
  return (
    <li>
      <a className="kb-pack" {...linkTo({ page: 'knowledge', at: `packs/${pack.id}` })}>
        <b>{pack.name[side]}</b>
        <span className="muted">{pack.description[side]}</span>
        <span className="kb-pack-foot">
          <small>{t('packs.holds', { entries: pack.entries, fields: pack.fields.length })}</small>
          {pack.installed.map((locale) => (
            <span key={locale} className="kb-mark good">
              {t('packs.installedIn', { language: languageName(locale, language) })}
            </span>
          ))}
        </span>
      </a>
    </li>
  )
}

export const PacksTab = () => {
  const { t } = useTranslation()
  const query = usePacks()
  const packs = query.data?.packs ?? []
  return (
    <>
      <p className="muted">{t('packs.lead')}</p>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && packs.length === 0 && <Blank icon="parcel" title={t('packs.none')} />}
      <ul className="kb-gallery">
        {packs.map((pack) => (
          <Card key={pack.id} pack={pack} />
        ))}
      </ul>
    </>
  )
}
