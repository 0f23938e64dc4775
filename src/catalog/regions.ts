/**
 * Regions of users: a partition of the world, with who uses the Internet there and where they are.
 *
 *   1. users of a region = sum over its countries
 *   2. places = its countries' cities among the thousand largest (cities.ts), each with its country's users over the number of that country's cities
 *
 * Source: International Telecommunication Union, share of people who used the Internet in the last three months, by way of the World Bank, times the UN's
 * population (World Population Prospects 2024), as Our World in Data has them ("Number of people using the Internet", CC-BY-4.0, taken 2025-07): 182
 * countries of 2021, the rest of the last year that there is (five of 2020, seventeen of 2017, seven older). Taiwan is not in that set: its five
 * cities weigh nothing. Regions follow the UN's (M49, as in world-countries 5.1.0), with the largest countries by themselves and Mexico with Central America.
 * Assumes: all of a country's users live in its listed cities, each the same; those of countries without a listed city (some 1 %) as the others of the region.
 */
import { CITIES } from "./cities.ts";
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

export interface UserRegionEntry extends Entry {
  readonly figures: Readonly<Record<"internetUsers", Figure>>;
}

/** Id, name, and countries with their thousands of users. */
const ROWS: readonly (readonly [id: string, name: string, countries: string])[] = [
  ["united-states", "United States", "US 312109"],
  ["canada", "Canada, Greenland and Bermuda", "CA 35698, BM 63, GL 39"],
  ["central-america", "Mexico, Central America and the Caribbean", "MX 96536, DO 9482, GT 8947, CU 7910, HN 4948, HT 4430, CR 4187, SV 3934, NI 3797, PA 2934, PR 2758, JM 2337, TT 1175, BS 374, BZ 245, BB 242, LC 139, CW 115, AW 103, GD 91, AG 88, VC 87, VI 61, DM 54, KY 52, KN 37, VG 25"],
  ["brazil", "Brazil", "BR 169086"],
  ["south-america", "South America without Brazil", "AR 39490, CO 37382, PE 23576, VE 18828, CL 17548, EC 13474, BO 7876, PY 5148, UY 3059, GY 691, SR 407"],
  ["western-europe", "Western Europe", "DE 76525, FR 56895, NL 16321, BE 10736, CH 8321, LU 632, LI 37, MC 33"],
  ["northern-europe", "Northern Europe", "GB 65422, SE 9861, DK 5790, NO 5354, FI 5143, IE 4785, LT 2429, LV 1719, EE 1212, IS 371"],
  ["southern-europe", "Southern and South-Eastern Europe", "ES 44823, IT 44715, RO 16090, PT 8553, GR 8304, RS 5548, BG 5177, HR 3189, BA 2456, AL 2260, MK 1537, CY 1196, ME 496, MT 459, AD 74, GI 32, SM 26"],
  ["eastern-europe", "Central and Eastern Europe without Russia", "UA 35093, PL 32477, CZ 8706, HU 8605, AT 8297, BY 8038, SK 4840, SI 1881, MD 1853"],
  ["russia", "Russia", "RU 128648"],
  ["northern-africa", "Northern Africa", "EG 79956, MA 32568, DZ 31677, SD 13288, TN 9517, LY 1141"],
  ["western-africa", "Western Africa", "NG 120986, GH 22178, CI 13464, SN 9998, ML 7722, NE 5485, GN 4755, BF 4747, BJ 4556, TG 3106, MR 2782, LR 1769, SL 1424, GM 849, GW 724, CV 360"],
  ["middle-africa", "Middle Africa", "CD 22707, CM 12274, AO 11258, TD 3186, GA 1705, GQ 948, SS 695, CF 541, CG 463, ST 114"],
  ["eastern-africa", "Eastern Africa", "ET 20395, TZ 19875, KE 15305, MG 5858, MZ 5509, ZW 5500, MW 4893, UG 4748, ZM 4162, RW 4068, MU 865, DJ 772, BI 753, ER 728, SO 299, KM 224, SC 100"],
  ["southern-africa", "Southern Africa", "ZA 44473, BW 1765, NA 1489, LS 1085, SZ 711"],
  ["western-asia", "Western Asia", "TR 70570, SA 31328, IQ 21069, AE 9789, JO 9517, YE 8841, AZ 8802, IL 8075, SY 7531, LB 4951, KW 4348, OM 4337, PS 4243, GE 2896, QA 2815, AM 2256, BH 1502"],
  ["central-asia", "Central Asia", "UZ 26227, KZ 17952, KG 5315, TJ 1995, TM 1383"],
  ["india", "India", "IN 654918"],
  ["southern-asia", "Southern Asia without India", "IR 69522, BD 65249, PK 50379, NP 15218, LK 10091, AF 7189, BT 664, MV 443"],
  ["china", "China (mainland)", "CN 1042059"],
  ["eastern-asia", "Eastern Asia without mainland China", "JP 104206, KR 50589, HK 6967, MN 2725, MO 614"],
  ["south-eastern-asia", "South-Eastern Asia", "ID 171879, VN 73420, TH 61162, PH 59577, MY 33169, MM 23502, KH 10210, SG 5376, LA 4621, TL 533, BN 443"],
  ["oceania", "Oceania", "AU 24980, NZ 4899, PG 3210, FJ 804, SB 276, NC 232, PF 204, VU 203, WS 167, GU 132, TO 75, KI 69, FM 45, MH 18, NR 10, TV 7, PW 5"],
];

const origin: Origin = {
  source: "ITU by way of the World Bank, share of people online, times UN World Population Prospects 2024, as in Our World in Data, 'Number of people using the Internet' (CC-BY-4.0, 2025-07); summed over countries (regions.ts)",
  asOf: "2021",
  evidence: "estimate",
};

const countriesOf = (text: string): ReadonlyMap<string, number> => new Map(text.split(", ").map((one) => [one.slice(0, 2), 1000 * Number(one.slice(3))]));

const usersOf = (countries: ReadonlyMap<string, number>): number => [...countries.values()].reduce((sum, users) => sum + users, 0);

export const regions: readonly UserRegionEntry[] = ROWS.map(([id, name, countries]) => ({ id, kind: "regions", name, figures: { internetUsers: figure(usersOf(countriesOf(countries)), "1", origin) } }));

/** A place of users, and its share of the region's. */
export interface UserPlace {
  readonly name: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly share_frac: number;
}

const PLACES: ReadonlyMap<string, readonly UserPlace[]> = new Map(ROWS.map(([id, , text]) => [id, placesOf(countriesOf(text))]));

/** Where the users of a region are (2); throws for an id that is none of the catalogue's. */
export function regionPlaces(id: string): readonly UserPlace[] {
  const places = PLACES.get(id);
  if (places === undefined) throw new Error(`there is no region "${id}" in the catalogue`);
  return places;
}

function placesOf(countries: ReadonlyMap<string, number>): readonly UserPlace[] {
  const cities = CITIES.filter(({ country }) => countries.has(country));
  const count = (country: string): number => cities.reduce((sum, city) => (city.country === country ? sum + 1 : sum), 0);
  const weighed = cities.map((city) => ({ city, users: countries.get(city.country)! / count(city.country) }));
  const all = weighed.reduce((sum, { users }) => sum + users, 0);
  return weighed.map(({ city: { name, latitude_deg, longitude_deg }, users }) => ({ name, latitude_deg, longitude_deg, share_frac: users / all }));
}
