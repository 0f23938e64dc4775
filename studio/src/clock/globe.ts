/**
 * The Earth and its satellites in three dimensions. The scene's axes are those of date (the pole up), in Earth radii; the Earth turns in it,
 * or, where the reader stands on the Earth, everything else does.
 */
import { stationPlace_km } from "./place.ts";
import { AmbientLight, BufferAttribute, BufferGeometry, CanvasTexture, Color, Group, LineBasicMaterial, LineLoop, LineSegments, LinearFilter, Mesh, PerspectiveCamera, Points, PointsMaterial, Scene, ShaderMaterial, SphereGeometry, Vector2, Vector3, WebGLRenderer } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { Colours } from "./colours.ts";
import type { Drawn, Picture, Shown } from "./drawing.ts";
import { EARTH_FRAGMENT, EARTH_VERTEX, MARK_FRAGMENT, MARK_VERTEX, POINT_FRAGMENT, POINT_VERTEX } from "./globe-shaders.ts";
import { drawLand } from "./land.ts";

const EARTH_KM = 6378.137;
const LAND_PX = 2048;
const LINES_MOST = 60_000;
const RING_POINTS = 180;
const MARK_PX = 18;
/** Marks on the ground stand so high that the globe does not cut them. */
const LIFTED = 1.008;
const UP = new Vector3(0, 1, 0);
/** Distance at which a sphere of radius 1 fits into the view. */
const FITS = 3.7;
/** From the Sun's meridian. */
const ASIDE_RAD = 0.9;

export interface Globe {
  readonly show: (picture: Picture) => void;
  /** Draws an instant; `follow` keeps a satellite in the middle. */
  readonly draw: (drawn: Drawn, shown: Shown & { readonly follow: number | null; readonly turning: boolean }) => void;
  /** Where a scene point (Earth radii, axes of date) is on the canvas; null behind the Earth. */
  readonly screen: (at: readonly [number, number, number]) => readonly [x: number, y: number] | null;
  readonly colour: (colours: Colours) => void;
  readonly resize: (width: number, height: number) => void;
  /** Turns the view by angles, and comes nearer or goes away. */
  readonly turn: (by: { readonly across?: number; readonly up?: number; readonly nearer?: number }) => void;
  readonly redraw: () => void;
  readonly end: () => void;
}

const points = (count: number): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(3 * count), 3));
  return geometry;
};

const earthMesh = (): { readonly mesh: Mesh; readonly material: ShaderMaterial } => {
  const material = new ShaderMaterial({ vertexShader: EARTH_VERTEX, fragmentShader: EARTH_FRAGMENT, uniforms: { land: { value: null }, sun: { value: new Vector3(1, 0, 0) }, night: { value: new Color() } } });
  return { mesh: new Mesh(new SphereGeometry(1, 96, 64), material), material };
};

const satelliteMaterial = (): ShaderMaterial =>
  new ShaderMaterial({ vertexShader: POINT_VERTEX, fragmentShader: POINT_FRAGMENT, transparent: true, uniforms: { size: { value: 3 }, chosen: { value: new Vector2(0, 0) }, litColour: { value: new Color() }, darkColour: { value: new Color() } } });

/** Size of a point by how many there are. */
const pointSize = (count: number): number => (count > 30_000 ? 1.5 : count > 3000 ? 2.5 : count > 100 ? 4.5 : 9);

const linear = (colour: string): Color => new Color().setStyle(colour, "srgb-linear");

/** Throws where there is no WebGL. */
export const createGlobe = (canvas: HTMLCanvasElement, moved: () => void): Globe => {
  const antialias = devicePixelRatio < 2;
  // Asked here: three.js would tell the console of it.
  const context = canvas.getContext("webgl2", { alpha: false, depth: true, stencil: false, antialias, powerPreference: "low-power" });
  if (context === null) throw new Error("it has no WebGL");
  const renderer = new WebGLRenderer({ canvas, context, antialias });
  const scene = new Scene();
  const camera = new PerspectiveCamera(36, 1, 0.05, 400);
  camera.position.set(2.6, 1.6, 3.2);
  const controls = new OrbitControls(camera, canvas);
  Object.assign(controls, { enablePan: false, minDistance: 1.25, maxDistance: 60, rotateSpeed: 0.6, zoomSpeed: 0.8 });
  const { mesh: earth, material: ground } = earthMesh();
  // x, y, z of date to the scene, whose y is up.
  const ofDate = new Group();
  ofDate.rotation.x = -Math.PI / 2;
  const turned = new Group();
  turned.add(earth, ofDate);
  scene.add(turned, new AmbientLight());
  const satellite = satelliteMaterial();
  let cloud = new Points(new BufferGeometry(), satellite);
  const line = (): LineSegments<BufferGeometry, LineBasicMaterial> => new LineSegments(points(2 * LINES_MOST), new LineBasicMaterial({ transparent: true, opacity: 0.55 }));
  const [links, sights] = [line(), line()];
  const ring = new LineLoop(points(RING_POINTS), new LineBasicMaterial());
  const marks = new Points(points(64), new ShaderMaterial({ vertexShader: MARK_VERTEX, fragmentShader: MARK_FRAGMENT, uniforms: { size: { value: MARK_PX * Math.min(2, devicePixelRatio) }, colour: { value: new Color() } } }));
  const [stationMarks, siteMarks] = [new Points(points(0), new PointsMaterial({ size: 7, sizeAttenuation: false })), new Points(points(0), new PointsMaterial({ size: 8, sizeAttenuation: false }))];
  ofDate.add(cloud, links, sights, ring, marks);
  // Fixed to the Earth, but in the axes of the pole.
  const onEarth = new Group();
  onEarth.rotation.x = -Math.PI / 2;
  onEarth.add(stationMarks, siteMarks);
  earth.add(onEarth);
  for (const one of [links, sights, ring, marks, stationMarks, siteMarks]) one.frustumCulled = false;
  let picture: Picture | null = null;
  let stations: Float32Array = new Float32Array(0);
  let placed = false;
  const size = { width: 1, height: 1 };
  const render = (): void => renderer.render(scene, camera);
  controls.addEventListener("change", () => {
    render();
    moved();
  });

  const fill = (target: Points | LineSegments | LineLoop, count: number, put: (i: number, out: Float32Array) => void): void => {
    const position = target.geometry.getAttribute("position") as BufferAttribute;
    const most = Math.min(count, position.count);
    for (let i = 0; i < most; i++) put(i, position.array as Float32Array);
    target.geometry.setDrawRange(0, most);
    position.needsUpdate = true;
  };
  const put = (out: Float32Array, i: number, from: Float32Array, at: number, scale: number): void => {
    for (let k = 0; k < 3; k++) out[3 * i + k] = from[3 * at + k]! * scale;
  };
  const placePoints = (target: Points, places: readonly { readonly latitude_deg: number; readonly longitude_deg: number }[]): void => {
    target.geometry.dispose();
    target.geometry = points(places.length);
    fill(target, places.length, (i, out) => stationPlace_km(places[i]!).forEach((x, k) => {
      out[3 * i + k] = (x / EARTH_KM) * LIFTED;
    }));
  };

  const drawLines = (drawn: Drawn, { xyz }: Picture["points"]): void => {
    fill(links, drawn.links.length, (i, out) => put(out, i, xyz, drawn.links[i]!, 1 / EARTH_KM));
    const [cos, sin] = [Math.cos(drawn.gmst_rad), Math.sin(drawn.gmst_rad)];
    fill(sights, drawn.sights.length, (i, out) => {
      if (i % 2 === 1) return put(out, i, xyz, drawn.sights[i]!, 1 / EARTH_KM);
      const s = 3 * drawn.sights[i]!;
      [out[3 * i], out[3 * i + 1], out[3 * i + 2]] = [stations[s]! * cos - stations[s + 1]! * sin, stations[s]! * sin + stations[s + 1]! * cos, stations[s + 2]!];
    });
  };

  const drawRing = ({ sky }: Picture, plane: number | null, later_s: number): void => {
    const chosen = plane === null ? (sky.planes.length === 1 ? sky.planes[0] : undefined) : sky.planes[plane];
    ring.visible = chosen !== undefined;
    if (chosen === undefined) return;
    const { orbit } = chosen;
    const w = orbit.node_rad + orbit.nodeRate_rad_per_s * later_s;
    const [a, cosW, sinW, cosI, sinI] = [orbit.semiMajorAxis / EARTH_KM, Math.cos(w), Math.sin(w), Math.cos(orbit.inclination_rad), Math.sin(orbit.inclination_rad)];
    fill(ring, RING_POINTS, (i, out) => {
      const u = (2 * Math.PI * i) / RING_POINTS;
      const [c, s] = [Math.cos(u), Math.sin(u)];
      [out[3 * i], out[3 * i + 1], out[3 * i + 2]] = [a * (c * cosW - s * cosI * sinW), a * (c * sinW + s * cosI * cosW), a * s * sinI];
    });
  };

  const scratch = new Vector3();
  const toScene = ([x, y, z]: readonly [number, number, number]): Vector3 => scratch.set(x, z, -y).applyAxisAngle(UP, turned.rotation.y);

  return {
    show: (next) => {
      picture = next;
      ofDate.remove(cloud);
      cloud.geometry.dispose();
      const geometry = new BufferGeometry();
      geometry.setAttribute("position", new BufferAttribute(next.points.xyz, 3));
      geometry.setAttribute("lit", new BufferAttribute(next.points.lit, 1));
      cloud = new Points(geometry, satellite);
      cloud.frustumCulled = false;
      cloud.scale.setScalar(1 / EARTH_KM);
      satellite.uniforms["size"]!.value = pointSize(next.points.lit.length) * Math.min(2, devicePixelRatio);
      ofDate.add(cloud);
      stations = Float32Array.from(next.sky.stations.flatMap((station) => stationPlace_km(station).map((x) => x / EARTH_KM)));
      placePoints(stationMarks, next.sky.stations);
      placePoints(siteMarks, next.sky.sites);
      const farthest = next.sky.planes.reduce((most, { orbit }) => Math.max(most, orbit.semiMajorAxis / EARTH_KM), 1);
      camera.position.setLength(farthest * FITS);
      placed = false;
    },
    draw: (drawn, { plane, selected, follow, turning }) => {
      if (picture === null) return;
      const { xyz, every } = picture.points;
      const { array } = cloud.geometry.getAttribute("position") as BufferAttribute;
      if (array === xyz) (cloud.geometry.getAttribute("position") as BufferAttribute).needsUpdate = true;
      (cloud.geometry.getAttribute("lit") as BufferAttribute).needsUpdate = true;
      const chosen = plane === null ? undefined : picture.sky.planes[plane];
      (satellite.uniforms["chosen"]!.value as Vector2).set(chosen === undefined ? 0 : Math.ceil(chosen.first / every), chosen === undefined ? 0 : Math.max(1, Math.round(chosen.satellites / every)));
      const [x, y, z] = drawn.sun;
      const [cos, sin] = [Math.cos(drawn.gmst_rad), Math.sin(drawn.gmst_rad)];
      (ground.uniforms["sun"]!.value as Vector3).set(x * cos + y * sin, z, x * sin - y * cos);
      earth.rotation.y = drawn.gmst_rad;
      turned.rotation.y = turning ? 0 : -drawn.gmst_rad;
      if (!placed) {
        // Day to one side, night to the other.
        const away = camera.position.length();
        camera.position.copy(toScene([x, y, 0.35])).applyAxisAngle(UP, ASIDE_RAD).setLength(away);
        controls.update();
        placed = true;
      }
      drawLines(drawn, picture.points);
      drawRing(picture, plane, drawn.t_s - picture.sky.epoch_s);
      const near = selected.filter((number) => number % every === 0 && number < picture!.sky.satellites);
      fill(marks, near.length, (i, out) => put(out, i, xyz, near[i]! / every, 1 / EARTH_KM));
      if (follow !== null && follow < picture.sky.satellites) {
        const at = 3 * Math.floor(follow / every);
        const distance = camera.position.length();
        camera.position.copy(toScene([xyz[at]!, xyz[at + 1]!, xyz[at + 2]!])).setLength(distance);
        camera.lookAt(0, 0, 0);
      }
      render();
    },
    screen: (at) => {
      const scenePoint = toScene(at).clone();
      // Behind the Earth's disc, or on its far side.
      const toCamera = camera.position.clone().sub(scenePoint);
      const along = -scenePoint.dot(toCamera) / toCamera.lengthSq();
      if (along > 0 && along < 1 && scenePoint.clone().addScaledVector(toCamera, along).length() < 0.995) return null;
      const { x, y, z } = scenePoint.project(camera);
      return z > 1 ? null : [((x + 1) / 2) * size.width, ((1 - y) / 2) * size.height];
    },
    colour: (colours) => {
      const canvasOfLand = document.createElement("canvas");
      drawLand(canvasOfLand, LAND_PX, colours);
      (ground.uniforms["land"]!.value as CanvasTexture | null)?.dispose();
      const texture = new CanvasTexture(canvasOfLand);
      Object.assign(texture, { minFilter: LinearFilter, generateMipmaps: false });
      ground.uniforms["land"]!.value = texture;
      (ground.uniforms["night"]!.value as Color).copy(linear(colours["sky-night"]));
      (satellite.uniforms["litColour"]!.value as Color).copy(linear(colours["sky-lit"]));
      (satellite.uniforms["darkColour"]!.value as Color).copy(linear(colours["sky-dark"]));
      links.material.color.setStyle(colours["sky-link"]);
      sights.material.color.setStyle(colours["sky-sight"]);
      (ring.material as LineBasicMaterial).color.setStyle(colours["sky-chosen"]);
      (marks.material.uniforms["colour"]!.value as Color).copy(linear(colours["sky-chosen"]));
      (stationMarks.material as PointsMaterial).color.setStyle(colours["sky-station"]);
      (siteMarks.material as PointsMaterial).color.setStyle(colours["sky-site"]);
      renderer.setClearColor(new Color().setStyle(colours["sky-space"]));
    },
    resize: (width, height) => {
      Object.assign(size, { width, height });
      renderer.setPixelRatio(Math.min(2, devicePixelRatio));
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
    },
    turn: ({ across = 0, up = 0, nearer = 1 }) => {
      const { position } = camera;
      const r = Math.min(60, Math.max(1.25, position.length() * nearer));
      const elevation = Math.min(1.5, Math.max(-1.5, Math.asin(position.y / position.length()) + up));
      const azimuth = Math.atan2(position.x, position.z) + across;
      position.set(r * Math.cos(elevation) * Math.sin(azimuth), r * Math.sin(elevation), r * Math.cos(elevation) * Math.cos(azimuth));
      controls.update();
      render();
      moved();
    },
    redraw: render,
    end: () => {
      controls.dispose();
      scene.traverse((one) => {
        if (one instanceof Points || one instanceof LineSegments || one instanceof LineLoop || one instanceof Mesh) (one.geometry as BufferGeometry).dispose();
      });
      renderer.dispose();
    },
  };
};
