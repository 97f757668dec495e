import type { ChallengeProps } from '../factor.ts';
import { ScanChallenge } from '../scan/scan-challenge.tsx';
import { wechat } from './app.ts';

export const Challenge = (props: ChallengeProps<'wechat'>) => <ScanChallenge {...props} app={wechat} />;
