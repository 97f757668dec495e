import { ScanIntro } from '../scan/scan-intro.tsx';
import { dingtalk } from './app.ts';

export const Intro = () => <ScanIntro app={dingtalk} />;
