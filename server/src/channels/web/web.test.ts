import { testChannel } from '../kit/test-channel.ts'
import { web } from './index.ts'

testChannel(import.meta.dirname, web)
