/**
 * Ground stations of four networks: AWS Ground Station, KSAT, ATLAS and the NASA Deep Space Network.
 * Positions (but one) and bands from data/groundstations/*.json of duncaneddy/brahe (MIT, Copyright (c) Duncan Eddy); places are to a few
 * kilometres. Antenna counts, masks and prices are not in that set. `cloudFree` has another source; see there.
 */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const brahe: Origin = {
  source: "duncaneddy/brahe (MIT), data/groundstations, from the operators' published site lists",
  asOf: "2025",
  evidence: "listed",
};

/** brahe has 71.29 N, 149.9 W, in the sea: Utqiagvik's latitude with Anchorage's longitude. */
const utqiagvik: Origin = {
  source: "Dawndusk reading: AWS Ground Station User Guide, 'AWS Ground Station Locations' (docs.aws.amazon.com, 2026) names no more than 'Alaska, USA'; Utqiagvik, 71.29 N 156.79 W (GeoNames), is the only town at the latitude that duncaneddy/brahe gives",
  asOf: "2026",
  evidence: "estimate",
  note: "brahe's longitude, 149.9 W, is Anchorage's and would lie at sea.",
};

/**
 * Hours of direct sun a year measured in the nearest city, none more than 50 km away, and those between sunrise and sunset there (Sun's upper
 * limb, 34 minutes of refraction). Their ratio is the share of daylight with a clear line of sight to the Sun: it knows no night, takes thin
 * cloud for clear (sunshine counts from 120 W/m2), and a mountain station does better than its city. Every other station's is not known here.
 */
const sunshine: Readonly<Record<string, readonly [city: string, sun_h: number, daylight_h: number]>> = {
  "aws-ohio": ["Columbus", 2182.6, 4438],
  "aws-hawaii": ["Honolulu", 3035.9, 4426],
  "aws-ireland": ["Dublin", 1453, 4460],
  "aws-cape-town": ["Cape Town", 3094, 4432],
  "aws-singapore": ["Singapore", 2022.4, 4422],
  "ksat-bangalore": ["Bangalore", 2361, 4424],
  "ksat-long-beach": ["Los Angeles", 3254.2, 4433],
  "ksat-dubai": ["Dubai", 3508.7, 4428],
  "ksat-miami": ["Miami", 3154, 4428],
  "ksat-hartebeesthoek": ["Johannesburg", 3124.4, 4427],
  "ksat-singapore": ["Singapore", 2022.4, 4422],
  "ksat-tokyo": ["Tokyo", 1876.7, 4434],
  "ksat-tromso": ["Tromso", 1265, 4525],
  "atlas-dundee": ["Edinburgh", 1427, 4467],
  "atlas-chitose": ["Sapporo", 1740.4, 4441],
  "atlas-dubai": ["Dubai", 3508.7, 4428],
  "atlas-paumalu": ["Honolulu", 3035.9, 4426],
  "dsn-canberra": ["Canberra", 2813.7, 4433],
  "dsn-madrid": ["Madrid", 2769, 4438],
};

/** The figure `cloudFree`, where there is one. */
function cloudFree(id: string): Entry["figures"] {
  const measured = sunshine[id];
  if (measured === undefined) return {};
  const [city, sun_h, daylight_h] = measured;
  const origin: Origin = {
    source: `Wikipedia, 'List of cities by sunshine duration' (normals of the national weather services), as tabulated in ivynyayieka/nairobi_sunshine (2023): ${city} ${sun_h} h a year, over ${daylight_h} h of daylight`,
    asOf: "2023",
    evidence: "estimate",
    note: "Daylight only; thin cloud counts as clear.",
  };
  return { cloudFree: figure(Math.round((1000 * sun_h) / daylight_h) / 1000, "1", origin) };
}

/** id, provider, place, latitude deg, longitude deg, bands. */
type Row = readonly [string, string, string, number, number, string];

const rows: readonly Row[] = [
  ["aws-alaska", "AWS Ground Station", "Alaska", 71.29, -156.79, "S, X"],
  ["aws-oregon", "AWS Ground Station", "Oregon", 45.51, -119.37, "S, X"],
  ["aws-ohio", "AWS Ground Station", "Ohio", 40.06, -83.12, "S, X"],
  ["aws-hawaii", "AWS Ground Station", "Hawaii", 21.32, -157.84, "S, X"],
  ["aws-punta-arenas", "AWS Ground Station", "Punta Arenas", -52.94, -70.87, "S, X"],
  ["aws-ireland", "AWS Ground Station", "Ireland", 53.24, -6.13, "S, X"],
  ["aws-stockholm", "AWS Ground Station", "Stockholm", 59.39, 16.35, "S, X"],
  ["aws-bahrain", "AWS Ground Station", "Bahrain", 26.03, 50.3, "S, X"],
  ["aws-cape-town", "AWS Ground Station", "Cape Town", -34.01, 18.43, "S, X"],
  ["aws-seoul", "AWS Ground Station", "Seoul", 36.74, 127.02, "S, X"],
  ["aws-singapore", "AWS Ground Station", "Singapore", 1.31, 103.7, "S, X"],
  ["aws-dubbo", "AWS Ground Station", "Dubbo", -32.18, 148.62, "S, X"],
  ["ksat-prudhoe-bay", "KSAT", "Prudhoe Bay", 70.2, -148.47, "S, X"],
  ["ksat-athens", "KSAT", "Athens", 37.85, 22.62, "S, X, Optical"],
  ["ksat-awarua", "KSAT", "Awarua", -46.53, 168.38, "S, X, Ka"],
  ["ksat-azores", "KSAT", "Azores", 36.99, -25.13, "S, X"],
  ["ksat-bangalore", "KSAT", "Bangalore", 12.9, 77.37, "S, X"],
  ["ksat-long-beach", "KSAT", "Long Beach", 33.82, -118.15, "S, X"],
  ["ksat-cordoba", "KSAT", "Cordoba", -33.2, -66.1, "S"],
  ["ksat-dubai", "KSAT", "Dubai", 25.23, 55.47, "S, X"],
  ["ksat-fairbanks", "KSAT", "Fairbanks", 64.82, -147.72, "S, X, Ka"],
  ["ksat-miami", "KSAT", "Miami", 25.61, -80.38, "S, X"],
  ["ksat-thomaston", "KSAT", "Thomaston", 32.95, -84.26, "S, X"],
  ["ksat-hartebeesthoek", "KSAT", "Hartebeesthoek", -25.89, 27.71, "S, X"],
  ["ksat-hawaii", "KSAT", "Hawaii", 20.82, -156.45, "S, X"],
  ["ksat-hokkaido", "KSAT", "Hokkaido", 42.6, 143.45, "S, X"],
  ["ksat-inuvik", "KSAT", "Inuvik", 68.33, -133.61, "S, X"],
  ["ksat-jan-mayen", "KSAT", "Jan Mayen", 70.92, -8.72, "S, X"],
  ["ksat-jeju", "KSAT", "Jeju", 33.39, 126.32, "S, X"],
  ["ksat-kourou", "KSAT", "Kourou", 5.25, -52.8, "S, X"],
  ["ksat-maspalomas", "KSAT", "Maspalomas", 27.77, -15.64, "S, X, Ka"],
  ["ksat-mauritius", "KSAT", "Mauritius", -20.5, 57.45, "S, X"],
  ["ksat-mingenew", "KSAT", "Mingenew", -29.01, 115.34, "S, X"],
  ["ksat-nuuk", "KSAT", "Nuuk", 64.19, -51.7, "S, X"],
  ["ksat-okinawa", "KSAT", "Okinawa", 26.36, 127.81, "S, X"],
  ["ksat-peterborough", "KSAT", "Peterborough", -32.96, 138.85, "S, X"],
  ["ksat-puertollano", "KSAT", "Puertollano", 38.67, -4.16, "S, X"],
  ["ksat-punta-arenas", "KSAT", "Punta Arenas", -52.94, -70.87, "S, X, Ka"],
  ["ksat-singapore", "KSAT", "Singapore", 1.32, 103.7, "S, X"],
  ["ksat-svalbard", "KSAT", "Svalbard", 78.23, 15.41, "S, X, Ka"],
  ["ksat-thermopylae", "KSAT", "Thermopylae", 38.82, 22.69, "S, X"],
  ["ksat-tokyo", "KSAT", "Tokyo", 36.0, 139.35, "S, X"],
  ["ksat-tolhuin", "KSAT", "Tolhuin", -54.51, -67.12, "S"],
  ["ksat-troll", "KSAT", "Troll", -72.0, 2.53, "S, X, Ka"],
  ["ksat-tromso", "KSAT", "Tromso", 69.66, 18.95, "S, X"],
  ["ksat-tuskuba", "KSAT", "Tuskuba", 36.13, 140.08, "S, X"],
  ["ksat-vardo", "KSAT", "Vardo", 70.34, 31.03, "S"],
  ["ksat-weilheim", "KSAT", "Weilheim", 47.88, 11.08, "S, X"],
  ["atlas-utqiagvik", "ATLAS Space Operations", "Utqiagvik", 71.27, -156.81, "S, X"],
  ["atlas-dundee", "ATLAS Space Operations", "Dundee", 56.4, -3.18, "S, X"],
  ["atlas-chitose", "ATLAS Space Operations", "Chitose", 42.77, 141.62, "S, X"],
  ["atlas-mojave", "ATLAS Space Operations", "Mojave", 35.05, -118.15, "S, X"],
  ["atlas-dubai", "ATLAS Space Operations", "Dubai", 24.94, 55.35, "S, X"],
  ["atlas-paumalu", "ATLAS Space Operations", "Paumalu", 21.67, -158.03, "S, X"],
  ["atlas-harmon", "ATLAS Space Operations", "Harmon", 13.51, 144.82, "S, X"],
  ["atlas-sunyani", "ATLAS Space Operations", "Sunyani", 7.34, -2.34, "S"],
  ["atlas-mwulire", "ATLAS Space Operations", "Mwulire", -1.96, 30.39, "S, X"],
  ["atlas-tahiti", "ATLAS Space Operations", "Tahiti", -17.63, -149.6, "S, X"],
  ["atlas-awarua", "ATLAS Space Operations", "Awarua", -46.52, 168.38, "S, X"],
  ["dsn-goldstone", "NASA Deep Space Network", "Goldstone", 35.426667, -116.89, "S, X, Ka"],
  ["dsn-canberra", "NASA Deep Space Network", "Canberra", -35.401389, 148.981667, "S, X, Ka"],
  ["dsn-madrid", "NASA Deep Space Network", "Madrid", 40.431389, -4.248056, "S, X, Ka"],
];

const originOf = (id: string): Origin => (id === "aws-alaska" ? utqiagvik : brahe);

const station = ([id, provider, place, latitude, longitude, bands]: Row): Entry => ({
  id,
  kind: "stations",
  name: `${place} (${provider})`,
  maker: provider,
  figures: { latitude: figure(latitude, "deg", originOf(id)), longitude: figure(longitude, "deg", originOf(id)), ...cloudFree(id) },
  facts: { provider, bands, provenance: "duncaneddy/brahe, MIT licence" },
});

export const stations: readonly Entry[] = rows.map(station);
