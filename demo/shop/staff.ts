// The people of the demo shop. No passwords: each signs in with a one-time link.
export const staff = [
  { name: '周岚', email: 'owner@ridgeline.example', role: 'owner', locale: 'zh-CN' },
  { name: 'Daniel Ortiz', email: 'manager@ridgeline.example', role: 'manager', locale: 'en' },
  { name: '何小禾', email: 'agent@ridgeline.example', role: 'agent', locale: 'zh-CN' },
] as const
