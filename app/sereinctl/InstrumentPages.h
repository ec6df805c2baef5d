#pragma once
// What the command line prints about instruments for people to read.
#include "instrument/Library.h"

namespace serein::ctl {

/// One scale as a person would read it: what it asks, how it is scored, its bands, alerts, words, licences, codes.
[[nodiscard]] QStringList instrumentPage(const instrument::Entry& entry);
/// instruments/LICENCES.md: what ships, on what ground, what a site must bring.
[[nodiscard]] QStringList licencesPage(const instrument::Library& library);

} // namespace serein::ctl
