import { readFileSync } from 'node:fs';
import { type CityResponse, Reader } from 'maxmind';
import type { Locations } from '../../clients/places.ts';

/**
 * A location database in MaxMind's format (GeoLite2 City or Country, DB-IP and others), read into memory. Throws when there
 * is no such file or it is none.
 */
export const createMmdbLocations = (path: string): Locations => {
	const reader = new Reader<Partial<CityResponse>>(readFileSync(path));
	return {
		of(address) {
			const found = reader.get(address);
			const name = (locale: 'en' | 'zh-CN') => {
				const [city, country] = [found?.city?.names?.[locale], found?.country?.names?.[locale]];
				if (city === undefined || country === undefined) return city ?? country;
				return locale === 'en' ? `${city}, ${country}` : `${country}${city}`;
			};
			const en = name('en');
			const zh = name('zh-CN') ?? en;
			return zh === undefined ? null : { zh, en: en ?? zh };
		},
	};
};
