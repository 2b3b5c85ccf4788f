// The feeling door: how a message, a voice and a conversation feel.
export { type EncoderPath, joinEncoder } from './encoder-path.ts'
export { evaluateEmotion, type MeasuredEmotion, trainEmotion } from './evaluate-emotion.ts'
export { evaluatePolarity, type MeasuredPolarity, trainPolarity } from './evaluate-polarity.ts'
export { emotionModel, type FeelOptions, feel } from './feel.ts'
export { type Prosody, toneOfVoice } from './tone-of-voice.ts'
export { angerOf, type Trajectory, trajectory } from './trajectory.ts'
export { EMOTIONS, type Emotion, type Feeling, NO_FEELING } from './verdict.ts'
