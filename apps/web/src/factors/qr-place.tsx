import type { ReactNode } from 'react';
import './qr-code.css';

/** What stands in the place of a QR code that is of no use any more, or not there yet. */
export const QrPlace = ({ children }: { children?: ReactNode }) => <div className="qr-code gone">{children}</div>;
