// The other way into the third step: a ready-made pack, with the shop's own days, carriers and hours.
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { type PackForm, usePackForm } from '../knowledge/pack-form.ts'
import { type Pack, sideOf } from '../knowledge/packs.ts'

const PackRules = lazy(() => import('./PackRules.tsx'))

const Chosen = ({ pack, told }: { pack: Pack; told: (form: PackForm) => void }) => {
  const form = usePackForm(pack)
  useEffect(() => told(form))
  return (
    <Suspense fallback={null}>
      <PackRules pack={pack} form={form} />
    </Suspense>
  )
}

interface Props {
  readonly packs: readonly Pack[]
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
  /** Hears of every change to the form of the chosen pack. */
  readonly told: (form: PackForm) => void
}

export const PackChoice = ({ packs, chosen, choose, told }: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const side = sideOf(language)
  const pack = packs.find(({ id }) => id === chosen)
  return (
    <>
      <fieldset className="first-packs">
        <legend>
          <b>{t('packs.orPack')}</b> <span className="muted">{t('packs.orPackText')}</span>
        </legend>
        {[null, ...packs].map((each) => (
          <label key={each?.id ?? ''} className={(each?.id ?? null) === chosen ? 'chosen' : undefined}>
            <input
              type="radio"
              name="pack"
              checked={(each?.id ?? null) === chosen}
              onChange={() => choose(each?.id ?? null)}
            />
            {each === null ? t('packs.noPack') : each.name[side]}
          </label>
        ))}
      </fieldset>
      {pack && <Chosen key={pack.id} pack={pack} told={told} />}
    </>
  )
}
