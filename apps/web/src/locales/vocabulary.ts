import type enDoor from './en/door.ts';
import type enInside from './en/inside.ts';
import type enScan from './en/scan.ts';

/**
 * Each language comes in parts: what the sign-in form says, which is all that the first screen waits for; what is beyond it;
 * and what a phone says that has scanned a code, and that has no use for the rest.
 */
export type Part = 'door' | 'inside' | 'scan';

/** The first language gives every other its shape. */
export type DoorWords = typeof enDoor;
export type InsideWords = typeof enInside;
export type ScanWords = typeof enScan;

/** All parts as one: names that are in several, such as `errors`, hold what each has. */
export type Words = DoorWords & InsideWords & ScanWords;
