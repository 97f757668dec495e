import { ScanIntro } from '../scan/scan-intro.tsx';
import { wechat } from './app.ts';

export const Intro = () => <ScanIntro app={wechat} />;
