/** Programs of the globe: the Earth by day and night, and satellites as round points. */

/** `sun` is the unit vector to the Sun in the mesh's own axes. */
export const EARTH_VERTEX = /* glsl */ `
varying vec2 place;
varying vec3 up;
void main() {
  place = uv;
  up = normalize(position);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** Night begins where the Sun is below the horizon and is full at 6 deg below: civil twilight. */
export const EARTH_FRAGMENT = /* glsl */ `
uniform sampler2D land;
uniform vec3 sun;
uniform vec3 night;
varying vec2 place;
varying vec3 up;
void main() {
  float height = dot(normalize(up), sun);
  float day = smoothstep(-0.1045, 0.0, height);
  vec3 ground = texture2D(land, place).rgb;
  gl_FragColor = vec4(mix(mix(ground, night, 0.72), ground, day), 1.0);
}`;

/** Points outside first .. first + count are dim. */
export const POINT_VERTEX = /* glsl */ `
attribute float lit;
uniform float size;
uniform vec2 chosen;
varying float light;
varying float strong;
void main() {
  light = lit;
  float number = float(gl_VertexID);
  strong = chosen.y < 0.5 || (number >= chosen.x && number < chosen.x + chosen.y) ? 1.0 : 0.16;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  gl_PointSize = size;
}`;

export const POINT_FRAGMENT = /* glsl */ `
uniform vec3 litColour;
uniform vec3 darkColour;
varying float light;
varying float strong;
void main() {
  vec2 from = gl_PointCoord - 0.5;
  if (dot(from, from) > 0.25) discard;
  gl_FragColor = vec4(light > 0.5 ? litColour : darkColour, strong);
}`;

/** Rings about the satellites that are looked at. */
export const MARK_FRAGMENT = /* glsl */ `
uniform vec3 colour;
void main() {
  float from = length(gl_PointCoord - 0.5);
  if (from > 0.5 || from < 0.34) discard;
  gl_FragColor = vec4(colour, 1.0);
}`;

export const MARK_VERTEX = /* glsl */ `
uniform float size;
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  gl_PointSize = size;
}`;
