/**
 * The Earth and its satellites in three dimensions. The scene's axes are those of date (the pole up), in Earth radii; the Earth turns in it,
 * or, where the reader stands on the Earth, everything else does.
 */
import { Color, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { EARTH_RADIUS_KM } from "dawndusk/units";
import type { Colours } from "./colours.ts";
import type { Drawn, Picture, Shown } from "./drawing.ts";
import { colourThings, endThings, moveThings, takeUp, thingsOf } from "./globe-things.ts";

const UP = new Vector3(0, 1, 0);
/** Distance at which a sphere of radius 1 fits into the view. */
const FITS = 3.7;
const NEAREST = 1.25;
const FARTHEST = 60;
/** From the Sun's meridian. */
const ASIDE_RAD = 0.9;

/** Angles across and up, and a factor of the distance. */
export interface Turn { readonly across?: number; readonly up?: number; readonly nearer?: number }

export interface Globe {
  readonly show: (picture: Picture) => void;
  /** Draws an instant; `follow` keeps a satellite in the middle. */
  readonly draw: (drawn: Drawn, shown: Shown & { readonly follow: number | null; readonly turning: boolean }) => void;
  /** Where a point (Earth radii, axes of date) is on the canvas; null behind the Earth. */
  readonly screen: (at: readonly [number, number, number]) => readonly [x: number, y: number] | null;
  readonly colour: (colours: Colours) => void;
  readonly resize: (width: number, height: number) => void;
  readonly turn: (by: Turn) => void;
  readonly end: () => void;
}

/** Throws where there is no WebGL. */
const rendererOn = (canvas: HTMLCanvasElement): WebGLRenderer => {
  const antialias = devicePixelRatio < 2;
  // Asked here: three.js would tell the console of it.
  const context = canvas.getContext("webgl2", { alpha: true, depth: true, stencil: false, antialias, powerPreference: "low-power" });
  if (context === null) throw new Error("it has no WebGL");
  return new WebGLRenderer({ canvas, context, antialias });
};

const controlsOf = (camera: PerspectiveCamera, canvas: HTMLCanvasElement): OrbitControls => {
  camera.position.set(2.6, 1.6, 3.2);
  const controls = new OrbitControls(camera, canvas);
  return Object.assign(controls, { enablePan: false, minDistance: NEAREST, maxDistance: FARTHEST, rotateSpeed: 0.6, zoomSpeed: 0.8 });
};

const turnCamera = ({ position }: PerspectiveCamera, { across = 0, up = 0, nearer = 1 }: Turn): void => {
  const r = Math.min(FARTHEST, Math.max(NEAREST, position.length() * nearer));
  const elevation = Math.min(1.5, Math.max(-1.5, Math.asin(position.y / position.length()) + up));
  const azimuth = Math.atan2(position.x, position.z) + across;
  position.set(r * Math.cos(elevation) * Math.sin(azimuth), r * Math.sin(elevation), r * Math.cos(elevation) * Math.cos(azimuth));
};

/** Behind the Earth's disc, or on its far side. */
const isHidden = (at: Vector3, camera: PerspectiveCamera): boolean => {
  const toCamera = camera.position.clone().sub(at);
  const along = -at.dot(toCamera) / toCamera.lengthSq();
  return along > 0 && along < 1 && at.clone().addScaledVector(toCamera, along).length() < 0.995;
};

/** From above a place, as far away as before. */
const lookFrom = (camera: PerspectiveCamera, at: Vector3): void => {
  const distance = camera.position.length();
  camera.position.copy(at).setLength(distance);
  camera.lookAt(0, 0, 0);
};

export const createGlobe = (canvas: HTMLCanvasElement, moved: () => void): Globe => {
  const renderer = rendererOn(canvas);
  const scene = new Scene();
  const camera = new PerspectiveCamera(36, 1, 0.05, 400);
  const controls = controlsOf(camera, canvas);
  const things = thingsOf();
  scene.add(things.turned);
  const size = { width: 1, height: 1 };
  let picture: Picture | null = null;
  let placed = false;
  const render = (): void => renderer.render(scene, camera);
  const turned = (): void => {
    render();
    moved();
  };
  controls.addEventListener("change", turned);
  const toScene = ([x, y, z]: readonly [number, number, number]): Vector3 => new Vector3(x, z, -y).applyAxisAngle(UP, things.turned.rotation.y);
  return {
    show: (next) => {
      picture = next;
      takeUp(things, next);
      camera.position.setLength(FITS * next.sky.planes.reduce((most, { orbit }) => Math.max(most, orbit.semiMajorAxis / EARTH_RADIUS_KM), 1));
      placed = false;
    },
    draw: (drawn, shown) => {
      if (picture === null) return;
      moveThings(things, picture, drawn, shown);
      // At first, day to one side and night to the other.
      if (!placed) lookFrom(camera, toScene([drawn.sun[0], drawn.sun[1], 0.35]).applyAxisAngle(UP, ASIDE_RAD));
      placed = true;
      if (shown.follow !== null && shown.follow < picture.sky.satellites) {
        const { xyz, every } = picture.points;
        const at = 3 * Math.floor(shown.follow / every);
        lookFrom(camera, toScene([xyz[at]!, xyz[at + 1]!, xyz[at + 2]!]));
      }
      render();
    },
    screen: (at) => {
      const scenePoint = toScene(at);
      if (isHidden(scenePoint, camera)) return null;
      const { x, y, z } = scenePoint.project(camera);
      return z > 1 ? null : [((x + 1) / 2) * size.width, ((1 - y) / 2) * size.height];
    },
    colour: (colours) => {
      colourThings(things, colours);
      renderer.setClearColor(new Color().setStyle(colours["sky-space"]));
    },
    resize: (width, height) => {
      Object.assign(size, { width, height });
      renderer.setPixelRatio(Math.min(2, devicePixelRatio));
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      camera.updateProjectionMatrix();
    },
    turn: (by) => {
      turnCamera(camera, by);
      controls.update();
      turned();
    },
    end: () => {
      controls.dispose();
      endThings(things);
      renderer.dispose();
    },
  };
};
