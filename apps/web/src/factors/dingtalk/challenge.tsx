import type { ChallengeProps } from '../factor.ts';
import { ScanChallenge } from '../scan/scan-challenge.tsx';
import { dingtalk } from './app.ts';

export const Challenge = (props: ChallengeProps<'dingtalk'>) => <ScanChallenge {...props} app={dingtalk} />;
