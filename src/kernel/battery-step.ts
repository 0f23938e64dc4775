/**
 * One step of an energy store with separate charge and discharge efficiencies.
 *
 *   1. surplus >= 0: charged = min(surplus t, maxCharge t, (capacity - stored)/eta_c), stored += eta_c charged
 *   2. surplus <  0: delivered = min(-surplus t, maxDischarge t, (stored - floor) eta_d), stored -= delivered/eta_d
 *   3. bus:   surplus t = charged + curtailed - delivered - shortfall
 *      store: stored' - stored = charged - delivered - loss
 * Losses are taken from the rounded store, so both balances close to the last digit of the energies summed.
 *
 * Assumes: power constant over the step; no self-discharge, no fade (the caller lowers `capacity_J`).
 * Range: floor <= stored <= capacity, 0 < eta <= 1. A store found below its floor (capacity faded) delivers nothing.
 */

export type Battery = {
  readonly capacity_J: number;
  /** Energy that may not be drawn: (1 - depth of discharge) x capacity. */
  readonly floor_J: number;
  readonly charge_frac: number;
  readonly discharge_frac: number;
  readonly chargeLimit_W: number;
  readonly dischargeLimit_W: number;
};

export type BatteryStep = {
  readonly stored_J: number;
  /** Taken from the bus. */
  readonly charged_J: number;
  /** Given to the bus. */
  readonly delivered_J: number;
  readonly curtailed_J: number;
  readonly shortfall_J: number;
  readonly loss_J: number;
};

/** Store after `step_s` of a bus surplus (negative: deficit), with what was curtailed, missed and lost. */
export function batteryStep(battery: Battery, stored_J: number, surplus_W: number, step_s: number): BatteryStep {
  return surplus_W >= 0 ? charge(battery, stored_J, surplus_W, step_s) : discharge(battery, stored_J, -surplus_W, step_s);
}

function charge(battery: Battery, before_J: number, surplus_W: number, step_s: number): BatteryStep {
  const offered_J = surplus_W * step_s;
  const room_J = Math.max(0, battery.capacity_J - before_J);
  const allowed_J = Math.min(offered_J, battery.chargeLimit_W * step_s);
  const fills = allowed_J * battery.charge_frac >= room_J;
  const charged_J = fills ? Math.min(allowed_J, room_J / battery.charge_frac) : allowed_J;
  const stored_J = fills ? Math.max(before_J, battery.capacity_J) : before_J + charged_J * battery.charge_frac;
  return { stored_J, charged_J, delivered_J: 0, curtailed_J: offered_J - charged_J, shortfall_J: 0, loss_J: charged_J - (stored_J - before_J) };
}

function discharge(battery: Battery, before_J: number, deficit_W: number, step_s: number): BatteryStep {
  const wanted_J = deficit_W * step_s;
  const spare_J = Math.max(0, before_J - battery.floor_J);
  const allowed_J = Math.min(wanted_J, battery.dischargeLimit_W * step_s);
  const empties = allowed_J >= spare_J * battery.discharge_frac;
  const delivered_J = empties ? spare_J * battery.discharge_frac : allowed_J;
  const stored_J = before_J - (empties ? spare_J : delivered_J / battery.discharge_frac);
  return { stored_J, charged_J: 0, delivered_J, curtailed_J: 0, shortfall_J: wanted_J - delivered_J, loss_J: before_J - stored_J - delivered_J };
}
