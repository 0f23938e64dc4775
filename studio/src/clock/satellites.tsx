/** Which satellites are looked at: search, planes, and where each of them is. */
import { numberColumn, wordColumn, type Table } from "dawndusk/report";
import { findSatellites, satelliteName, satellitePlace, type SatellitePlace, type Sky } from "dawndusk/service";
import { useId, useMemo, useState, type ReactElement } from "react";
import { Downloads } from "../figure/downloads.tsx";
import { useSlowNow } from "./live-clock.ts";
import { present, SELECTED_MOST, useFollow, usePlane, useSelected } from "./sky-choices.ts";
import { timeText } from "./time-scale.ts";

const FOUND_MOST = 12;

const Search = ({ sky, take }: { readonly sky: Sky; readonly take: (satellite: number) => void }): ReactElement => {
  const id = useId();
  const [text, setText] = useState("");
  const found = useMemo(() => findSatellites(sky, text, FOUND_MOST), [sky, text]);
  return (
    <form role="search" onSubmit={(event) => {
      event.preventDefault();
      if (found[0] !== undefined) take(found[0]);
    }}>
      <label><span>Find a satellite</span><input type="search" value={text} placeholder="name or number" aria-describedby={id} onChange={({ target }) => setText(target.value)} /></label>
      <p id={id} className="note" role="status">{text.trim() === "" ? `1 to ${sky.satellites.toLocaleString("en-US")}, or a part of a name` : found.length === 0 ? "none is called so" : ""}</p>
      {found.length === 0 ? null : <ul className="found" aria-label="Satellites found">{found.map((one) => <li key={one}><button type="button" onClick={() => take(one)}>{satelliteName(sky, one)}</button></li>)}</ul>}
    </form>
  );
};

/** More planes than this are asked for by number. */
const PLANES_LISTED = 400;

const PlanePicker = ({ sky }: { readonly sky: Sky }): ReactElement => {
  const [plane, setPlane] = usePlane();
  const put = (value: string): void => {
    const next = value === "" ? NaN : Number(value);
    setPlane(Number.isInteger(next) && next >= 0 && next < sky.planes.length ? next : null);
  };
  const chosen = plane === null ? undefined : sky.planes[plane];
  return (
    <div className="planes">
      <label><span>Plane</span>
        {sky.planes.length > PLANES_LISTED
          ? <input type="number" min={1} max={sky.planes.length} placeholder="all" value={plane === null ? "" : plane + 1} onChange={({ target }) => put(target.value === "" ? "" : String(Number(target.value) - 1))} />
          : <select value={chosen === undefined ? "" : String(plane)} onChange={({ target }) => put(target.value)}><option value="">all {sky.planes.length}</option>{sky.planes.map(({ name }, i) => <option key={i} value={i}>{name}</option>)}</select>}
      </label>
      {chosen === undefined ? null : <p className="note">{chosen.name}: {chosen.satellites} satellites at {chosen.altitude_km.toFixed(0)} km, {chosen.inclination_deg.toFixed(2)} deg, node at {(((chosen.raan_deg % 360) + 360) % 360).toFixed(1)} deg at the start</p>}
    </div>
  );
};

const placeTable = (places: readonly SatellitePlace[], t_s: number): Table => ({
  id: "satellites", title: "Satellites", note: `At ${timeText(t_s)} UTC; altitude over the WGS 84 ellipsoid. In eclipse: less than half of the Sun's disc in view.`,
  columns: [wordColumn("satellite"), numberColumn("latitude", "deg"), numberColumn("longitude", "deg"), numberColumn("altitude", "km"), wordColumn("light")],
  rows: places.map(({ name, latitude_deg, longitude_deg, altitude_km, lit }) => [name, latitude_deg.toFixed(2), longitude_deg.toFixed(2), altitude_km.toFixed(1), lit ? "in light" : "in eclipse"]),
});

export const Satellites = ({ sky }: { readonly sky: Sky }): ReactElement => {
  const t_s = useSlowNow();
  const [chosen, select] = useSelected();
  const [follow, setFollow] = useFollow();
  const selected = present(chosen, sky.satellites);
  const table = placeTable(selected.map((one) => satellitePlace(sky, one, t_s)), t_s);
  const take = (satellite: number): void => select([satellite, ...selected.filter((one) => one !== satellite)].slice(0, SELECTED_MOST));
  return (
    <section className="satellites" aria-label="Satellites">
      {sky.satellites > 1 ? <><Search sky={sky} take={take} /><PlanePicker sky={sky} /></> : null}
      <div className="scroll" tabIndex={0} role="region" aria-label="Satellites that are looked at">
        <table aria-label="Satellites that are looked at" data-table="satellites">
          <thead><tr>{table.columns.map(({ name, unit, align }) => <th key={name} scope="col" className={align === "right" ? "number" : "words"}>{name}{unit === "" ? null : <span className="unit">{unit}</span>}</th>)}<th scope="col">look</th></tr></thead>
          <tbody>{table.rows.map((row, i) => (
            <tr key={selected[i]} data-satellite={selected[i]! + 1}>
              {row.map((cell, c) => (c === 0 ? <th key={c} scope="row">{cell}</th> : <td key={c} className={table.columns[c]!.align === "right" ? "number" : "words"}>{cell}</td>))}
              <td className="acts">
                <button type="button" aria-pressed={follow === selected[i]} onClick={() => setFollow(follow === selected[i] ? null : selected[i]!)} aria-label={`Follow ${row[0]}`}>follow</button>
                {selected.length > 1 ? <button type="button" aria-label={`Leave ${row[0]} out`} onClick={() => select(selected.filter((one) => one !== selected[i]))}>×</button> : null}
              </td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      <p className="note">{table.note}</p>
      <Downloads table={table} />
    </section>
  );
};
