import { QRCodeSVG } from 'qrcode.react';
import './qr-code.css';

interface QrCodeProps {
	/** What it says to whoever scans it. */
	readonly value: string;
	readonly label: string;
}

/** A QR code. Black on white in dark mode too: many scanners do not read an inverted one. */
export const QrCode = ({ value, label }: QrCodeProps) => (
	<QRCodeSVG
		className="qr-code"
		value={value}
		level="M"
		marginSize={4}
		bgColor="#fff"
		fgColor="#000"
		role="img"
		aria-label={label}
	/>
);
