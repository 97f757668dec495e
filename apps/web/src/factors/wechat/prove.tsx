import type { ProveProps } from '../factor.ts';
import { ScanProve } from '../scan/scan-prove.tsx';
import { wechat } from './app.ts';

export const Prove = (props: ProveProps<'wechat'>) => <ScanProve {...props} app={wechat} />;
