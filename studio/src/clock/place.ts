/** A place on the ground as Earth-fixed kilometres, for pictures: the station of physics/earth-frame on the surface. */
import { stationEarthFixed_km } from "dawndusk/physics";

export const stationPlace_km = ({ latitude_deg, longitude_deg }: { readonly latitude_deg: number; readonly longitude_deg: number }): readonly number[] => stationEarthFixed_km({ latitude_deg, longitude_deg, height_km: 0 });
