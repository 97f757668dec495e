import type enDoor from './en/door.ts';
import type enGuide from './en/guide.ts';
import type enInside from './en/inside.ts';
import type enProfile from './en/profile.ts';
import type enScan from './en/scan.ts';

/**
 * Each language comes in parts: what the sign-in form says, which is all that the first screen waits for; what is beyond it;
 * what a device says that has scanned a code or opened a set-up link, and that has no use for the rest; and the guides.
 */
export type Part = 'door' | 'inside' | 'scan' | 'profile' | 'guide';

/** The first language gives every other its shape. */
export type DoorWords = typeof enDoor;
export type InsideWords = typeof enInside;
export type ScanWords = typeof enScan;
export type ProfileWords = typeof enProfile;
export type GuideWords = typeof enGuide;

/** All parts as one: names that are in several, such as `errors`, hold what each has. */
export type Words = DoorWords & InsideWords & ScanWords & ProfileWords & GuideWords;
