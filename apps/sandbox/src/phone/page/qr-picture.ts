/// <reference lib="dom" />
import type { QRCode } from 'jsqr';

/** The reader, from its own file. */
declare const jsQR: (pixels: Uint8ClampedArray, width: number, height: number) => QRCode | null;

/** Pixels along the longer side. Larger pictures are read at this size, which is enough for a QR code on a whole screen. */
const largestSide = 2000;

const readPixels = (picture: CanvasImageSource, width: number, height: number): string | undefined => {
	const scale = Math.min(1, largestSide / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	if (pen === null || canvas.width === 0 || canvas.height === 0) return undefined;
	// A picture cut close to the code, or one with a see-through ground, is read on white.
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
	const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
	return jsQR(data, canvas.width, canvas.height)?.data || undefined;
};

/** What the QR code in a picture says; undefined where there is none. */
export const readPicture = async (file: Blob): Promise<string | undefined> => {
	const image = new Image();
	image.src = URL.createObjectURL(file);
	try {
		await image.decode();
		// A drawing without a size of its own is as large as a QR code wants to be.
		return readPixels(image, image.naturalWidth || 600, image.naturalHeight || 600);
	} catch {
		return undefined;
	} finally {
		URL.revokeObjectURL(image.src);
	}
};

/** Looks at whatever window or screen its person shares, once. Rejects when they share none. */
export const readScreen = async (): Promise<string | undefined> => {
	const shared = await navigator.mediaDevices.getDisplayMedia({ video: true });
	try {
		const video = document.createElement('video');
		video.srcObject = shared;
		video.muted = true;
		await video.play();
		return readPixels(video, video.videoWidth, video.videoHeight);
	} finally {
		for (const track of shared.getTracks()) track.stop();
	}
};

export const canReadScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';
