// One pack: fit it to the shop, see what it would say, put it in or take it out.
import { PACK_LOCALES } from '@ballast/contract/routes/packs'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Popconfirm from 'antd/es/popconfirm'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { languageName } from './entries.ts'
import { PackFields } from './PackFields.tsx'
import { PackPreview } from './PackPreview.tsx'
import { type PackForm, usePackForm } from './pack-form.ts'
import { type Pack, type PackLocale, sideOf, usePacks } from './packs.ts'

const Languages = ({ form }: { form: PackForm }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <fieldset className="kb-languages">
      <legend className="set-label">{t('packs.languages')}</legend>
      <Checkbox.Group
        value={[...form.locales]}
        options={PACK_LOCALES.map((value) => ({ value, label: languageName(value, language) }))}
        onChange={(chosen) => form.setLocales(PACK_LOCALES.filter((each) => chosen.includes(each)) as PackLocale[])}
      />
    </fieldset>
  )
}

const Acts = ({ pack, form }: { pack: Pack; form: PackForm }) => {
  const { t } = useTranslation()
  const installed = pack.installed.length > 0
  const changes = form.preview.data?.entries.filter(({ does }) => does === 'add' || does === 'change').length ?? 0
  return (
    <div className="kb-pack-acts">
      {installed && (
        <Popconfirm
          title={t('packs.removeTitle')}
          description={t('packs.removeText')}
          okText={t('packs.remove')}
          cancelText={t('do.cancel')}
          onConfirm={() => void form.remove()}
        >
          <Button danger>{t('packs.remove')}</Button>
        </Popconfirm>
      )}
      <Button
        type="primary"
        htmlType="submit"
        loading={form.busy}
        disabled={form.wrong.length > 0 || form.locales.length === 0 || (installed && changes === 0)}
      >
        {t(installed ? 'packs.change' : 'packs.install', { count: changes })}
      </Button>
    </div>
  )
}

const Fitting = ({ pack }: { pack: Pack }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const writes = useMay('knowledge.write')
  const form = usePackForm(pack)
  const side = sideOf(language)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.install()
  }
  return (
    <>
      <header>
        <h2>{pack.name[side]}</h2>
        <p className="muted">{pack.description[side]}</p>
      </header>
      {writes && (
        <form className="sheet padded kb-fields" aria-label={t('packs.values')} onSubmit={submit}>
          <h2>{t('packs.values')}</h2>
          <Languages form={form} />
          <PackFields
            fields={pack.fields}
            values={form.values}
            sides={form.sides}
            wrong={form.wrong}
            change={form.change}
          />
          <Acts pack={pack} form={form} />
        </form>
      )}
      <PackPreview preview={form.preview} />
    </>
  )
}

export const PackPage = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const query = usePacks()
  const pack = query.data?.packs.find((each) => each.id === id)
  return (
    <>
      <a className="kb-back" {...linkTo({ page: 'knowledge', at: 'packs' })}>
        <Icon name="back" size={16} />
        {t('packs.back')}
      </a>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={8} />}
      {query.data && pack === undefined && <Blank icon="parcel" title={t('problem.pack-not-found')} />}
      {pack && <Fitting pack={pack} />}
    </>
  )
}
