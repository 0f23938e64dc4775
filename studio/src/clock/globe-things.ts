/** What stands in the globe's scene, and how each thing is moved to an instant. Axes of date (the pole is z) in Earth radii. */
import { BufferAttribute, BufferGeometry, CanvasTexture, Color, Group, LineBasicMaterial, LineLoop, LineSegments, LinearFilter, Mesh, Points, PointsMaterial, ShaderMaterial, SphereGeometry, Vector2, Vector3 } from "three";
import type { Colours } from "./colours.ts";
import type { Drawn, Picture } from "./drawing.ts";
import { EARTH_FRAGMENT, EARTH_VERTEX, MARK_FRAGMENT, MARK_VERTEX, POINT_FRAGMENT, POINT_VERTEX } from "./globe-shaders.ts";
import { EARTH_RADIUS_KM } from "dawndusk/units";
import { drawLand } from "./land.ts";
import { stationPlace_km } from "./place.ts";

const LAND_PX = 2048;
const LINES_MOST = 60_000;
const RING_POINTS = 180;
const MARKS_MOST = 64;
const MARK_PX = 18;
/** Marks on the ground stand so high that the globe does not cut them. */
const LIFTED = 1.008;

export interface Things {
  readonly earth: Mesh<SphereGeometry, ShaderMaterial>;
  /** Of satellites; the Earth is a child of `turned` beside it. */
  readonly ofDate: Group;
  readonly turned: Group;
  readonly satellites: Points<BufferGeometry, ShaderMaterial>;
  readonly links: LineSegments<BufferGeometry, LineBasicMaterial>;
  readonly sights: LineSegments<BufferGeometry, LineBasicMaterial>;
  readonly ring: LineLoop<BufferGeometry, LineBasicMaterial>;
  readonly marks: Points<BufferGeometry, ShaderMaterial>;
  readonly stations: Points<BufferGeometry, PointsMaterial>;
  readonly sites: Points<BufferGeometry, PointsMaterial>;
}

const geometryOf = (count: number): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(3 * count), 3));
  return geometry;
};

const density = (): number => Math.min(2, devicePixelRatio);

const earthMaterial = (): ShaderMaterial => new ShaderMaterial({ vertexShader: EARTH_VERTEX, fragmentShader: EARTH_FRAGMENT, uniforms: { land: { value: null }, sun: { value: new Vector3(1, 0, 0) }, night: { value: new Color() } } });

const satelliteMaterial = (): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: POINT_VERTEX, fragmentShader: POINT_FRAGMENT, transparent: true, uniforms: { size: { value: 3 }, chosen: { value: new Vector2(0, 0) }, litColour: { value: new Color() }, darkColour: { value: new Color() } } });

const markMaterial = (): ShaderMaterial => new ShaderMaterial({ vertexShader: MARK_VERTEX, fragmentShader: MARK_FRAGMENT, uniforms: { size: { value: MARK_PX * density() }, colour: { value: new Color() } } });

const lines = (): Things["links"] => new LineSegments(geometryOf(2 * LINES_MOST), new LineBasicMaterial({ transparent: true, opacity: 0.55 }));
const groundPoints = (size: number): Things["stations"] => new Points(geometryOf(0), new PointsMaterial({ size, sizeAttenuation: false }));

export const thingsOf = (): Things => {
  const earth = new Mesh(new SphereGeometry(1, 96, 64), earthMaterial());
  // The scene's y is up: x, y, z of date are turned into it, on the Earth and beside it.
  const [ofDate, onEarth, turned] = [new Group(), new Group(), new Group()];
  ofDate.rotation.x = -Math.PI / 2;
  onEarth.rotation.x = -Math.PI / 2;
  const things: Things = {
    earth, ofDate, turned,
    satellites: new Points(geometryOf(0), satelliteMaterial()), links: lines(), sights: lines(), ring: new LineLoop(geometryOf(RING_POINTS), new LineBasicMaterial()),
    marks: new Points(geometryOf(MARKS_MOST), markMaterial()), stations: groundPoints(7), sites: groundPoints(8),
  };
  ofDate.add(things.satellites, things.links, things.sights, things.ring, things.marks);
  onEarth.add(things.stations, things.sites);
  earth.add(onEarth);
  turned.add(earth, ofDate);
  for (const one of [things.satellites, things.links, things.sights, things.ring, things.marks, things.stations, things.sites]) one.frustumCulled = false;
  things.satellites.scale.setScalar(1 / EARTH_RADIUS_KM);
  return things;
};

const fill = ({ geometry }: { readonly geometry: BufferGeometry }, count: number, put: (i: number, out: Float32Array) => void): void => {
  const position = geometry.getAttribute("position") as BufferAttribute;
  const most = Math.min(count, position.count);
  for (let i = 0; i < most; i++) put(i, position.array as Float32Array);
  geometry.setDrawRange(0, most);
  position.needsUpdate = true;
};

/** Copies point `at` of `from` to place i, kilometres to radii. */
const put = (out: Float32Array, i: number, from: Float32Array, at: number): void => {
  for (let k = 0; k < 3; k++) out[3 * i + k] = from[3 * at + k]! / EARTH_RADIUS_KM;
};

/** Size of a point by how many there are. */
const pointSize = (count: number): number => (count > 30_000 ? 1.5 : count > 3000 ? 2.5 : count > 100 ? 4.5 : 9);

const placeOnGround = (target: Things["stations"], places: readonly { readonly latitude_deg: number; readonly longitude_deg: number }[]): void => {
  target.geometry.dispose();
  target.geometry = geometryOf(places.length);
  fill(target, places.length, (i, out) => stationPlace_km(places[i]!).forEach((x, k) => {
    out[3 * i + k] = (x / EARTH_RADIUS_KM) * LIFTED;
  }));
};

/** Takes up a sky: its satellites' arrays, its stations and sites. */
export const takeUp = ({ satellites, stations, sites }: Things, { sky, points }: Picture): void => {
  satellites.geometry.dispose();
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(points.xyz, 3));
  geometry.setAttribute("lit", new BufferAttribute(points.lit, 1));
  satellites.geometry = geometry;
  satellites.material.uniforms["size"]!.value = pointSize(points.lit.length) * density();
  placeOnGround(stations, sky.stations);
  placeOnGround(sites, sky.sites);
};

const moveLines = ({ links, sights }: Things, drawn: Drawn, { sky, points: { xyz } }: Picture): void => {
  fill(links, drawn.links.length, (i, out) => put(out, i, xyz, drawn.links[i]!));
  const [cos, sin] = [Math.cos(drawn.gmst_rad), Math.sin(drawn.gmst_rad)];
  const places = sky.stations.map(stationPlace_km);
  fill(sights, drawn.sights.length, (i, out) => {
    if (i % 2 === 1) return put(out, i, xyz, drawn.sights[i]!);
    const [x, y, z] = places[drawn.sights[i]!]!;
    [out[3 * i], out[3 * i + 1], out[3 * i + 2]] = [(x! * cos - y! * sin) / EARTH_RADIUS_KM, (x! * sin + y! * cos) / EARTH_RADIUS_KM, z! / EARTH_RADIUS_KM];
  });
};

/** The orbit of the chosen plane, or of the only one. */
const moveRing = ({ ring }: Things, { sky }: Picture, plane: number | null, t_s: number): void => {
  const chosen = plane === null ? (sky.planes.length === 1 ? sky.planes[0] : undefined) : sky.planes[plane];
  ring.visible = chosen !== undefined;
  if (chosen === undefined) return;
  const { orbit } = chosen;
  const w = orbit.node_rad + orbit.nodeRate_rad_per_s * (t_s - sky.epoch_s);
  const [a, cosW, sinW, cosI, sinI] = [orbit.semiMajorAxis / EARTH_RADIUS_KM, Math.cos(w), Math.sin(w), Math.cos(orbit.inclination_rad), Math.sin(orbit.inclination_rad)];
  fill(ring, RING_POINTS, (i, out) => {
    const u = (2 * Math.PI * i) / RING_POINTS;
    const [c, s] = [Math.cos(u), Math.sin(u)];
    [out[3 * i], out[3 * i + 1], out[3 * i + 2]] = [a * (c * cosW - s * cosI * sinW), a * (c * sinW + s * cosI * cosW), a * s * sinI];
  });
};

/** Moves everything to an instant; the points' arrays hold it already. */
export const moveThings = (things: Things, picture: Picture, drawn: Drawn, { plane, selected, turning }: { readonly plane: number | null; readonly selected: readonly number[]; readonly turning: boolean }): void => {
  const { earth, satellites, marks, turned } = things;
  const { sky, points: { xyz, every } } = picture;
  for (const name of ["position", "lit"]) (satellites.geometry.getAttribute(name) as BufferAttribute).needsUpdate = true;
  const chosen = plane === null ? undefined : sky.planes[plane];
  (satellites.material.uniforms["chosen"]!.value as Vector2).set(chosen === undefined ? 0 : Math.ceil(chosen.first / every), chosen === undefined ? 0 : Math.max(1, Math.round(chosen.satellites / every)));
  const [x, y, z] = drawn.sun;
  const [cos, sin] = [Math.cos(drawn.gmst_rad), Math.sin(drawn.gmst_rad)];
  (earth.material.uniforms["sun"]!.value as Vector3).set(x * cos + y * sin, z, x * sin - y * cos);
  earth.rotation.y = drawn.gmst_rad;
  turned.rotation.y = turning ? 0 : -drawn.gmst_rad;
  moveLines(things, drawn, picture);
  moveRing(things, picture, plane, drawn.t_s);
  const near = selected.filter((number) => number % every === 0 && number < sky.satellites);
  fill(marks, near.length, (i, out) => put(out, i, xyz, near[i]! / every));
};

const linear = (colour: string): Color => new Color().setStyle(colour, "srgb-linear");

export const colourThings = ({ earth, satellites, links, sights, ring, marks, stations, sites }: Things, colours: Colours): void => {
  const land = document.createElement("canvas");
  drawLand(land, LAND_PX, colours);
  (earth.material.uniforms["land"]!.value as CanvasTexture | null)?.dispose();
  const texture = new CanvasTexture(land);
  Object.assign(texture, { minFilter: LinearFilter, generateMipmaps: false });
  earth.material.uniforms["land"]!.value = texture;
  (earth.material.uniforms["night"]!.value as Color).copy(linear(colours["sky-night"]));
  (satellites.material.uniforms["litColour"]!.value as Color).copy(linear(colours["sky-lit"]));
  (satellites.material.uniforms["darkColour"]!.value as Color).copy(linear(colours["sky-dark"]));
  (marks.material.uniforms["colour"]!.value as Color).copy(linear(colours["sky-chosen"]));
  links.material.color.setStyle(colours["sky-link"]);
  sights.material.color.setStyle(colours["sky-sight"]);
  ring.material.color.setStyle(colours["sky-chosen"]);
  stations.material.color.setStyle(colours["sky-station"]);
  sites.material.color.setStyle(colours["sky-site"]);
};

export const endThings = (things: Things): void => {
  for (const { geometry, material } of [things.earth, things.satellites, things.links, things.sights, things.ring, things.marks, things.stations, things.sites]) {
    geometry.dispose();
    material.dispose();
  }
  (things.earth.material.uniforms["land"]!.value as CanvasTexture | null)?.dispose();
};
