// The language model as the server tells of it, and as the form holds it: amounts in the currency's own unit.
import { useQuery } from '@tanstack/react-query'
import { queries, server } from '../../app/server.ts'

export type Read = Awaited<ReturnType<typeof server.readModels>>
export type Settings = Read['uses'][number]
export type Spending = Read['spending'][number]
export type Call = Awaited<ReturnType<typeof server.listModelCalls>>['calls'][number]
export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'SGD'] as const

const EVERY_MS = 15_000
export const useModels = () =>
  useQuery({ queryKey: ['models'], queryFn: ({ signal }) => server.readModels({}, signal), refetchInterval: EVERY_MS })
export const useCalls = () =>
  useQuery({
    queryKey: ['model-calls'],
    queryFn: ({ signal }) => server.listModelCalls({}, signal),
    refetchInterval: EVERY_MS,
  })
export const modelsChanged = async (): Promise<void> => {
  await Promise.all(['models', 'model-calls'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

export interface ModelForm {
  baseUrl: string
  model: string
  /** What was typed; empty: the kept one stays. */
  key: string
  forgetKey: boolean
  on: boolean
  temperature: number
  maxTokens: number
  budget: Settings['budget']
}
const NEW: ModelForm = {
  baseUrl: '',
  model: '',
  key: '',
  forgetKey: false,
  on: true,
  temperature: 0.2,
  maxTokens: 400,
  budget: {
    tokensPerDay: 500_000,
    tokensPerMonth: null,
    moneyPerDay: null,
    moneyPerMonth: null,
    currency: 'CNY',
    inputPrice: 0,
    outputPrice: 0,
  },
}
export const formOf = (settings: Settings | undefined): ModelForm => {
  if (settings === undefined) return NEW
  const { baseUrl, model, on, maxTokens, budget } = settings
  // Kept with fewer digits than it is written with.
  const temperature = Math.round(settings.temperature * 100) / 100
  return { baseUrl, model, key: '', forgetKey: false, on, temperature, maxTokens, budget }
}

export const saveForm = async (form: ModelForm, baseVersion: number): Promise<void> => {
  const { key, forgetKey, ...settings } = form
  const given = key.trim() !== '' ? { key: key.trim() } : forgetKey ? { key: null } : {}
  const baseUrl = settings.baseUrl.trim()
  await server.saveModel({ params: { use: 'answer' }, body: { baseVersion, ...settings, baseUrl, ...given } })
  await modelsChanged()
}

export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
export const inUnits = (minor: number | null, currency: string): number | null =>
  minor === null ? null : minor / 10 ** digitsOf(currency)
export const inMinor = (units: number | null, currency: string): number | null =>
  units === null ? null : Math.round(units * 10 ** digitsOf(currency))
