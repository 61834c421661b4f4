// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/http/call.h"
#include "ui/deploy/detailspage.h"

#include <vector>

namespace falconer {

class Client;

// A distribution set: what its state means, its modules with their artifacts.
class SetDetails final : public DetailsPage {
    Q_OBJECT

public:
    explicit SetDetails(Client &client, QWidget *parent = nullptr);

    void showSet(const DistributionSet &set);

private:
    void showSelf();
    void askArtifacts();
    void showArtifacts(
        int section, const SoftwareModule &module, const Result<QList<Artifact>> &answer);

    Client &m_client;
    DistributionSet m_set;
    std::vector<Call> m_calls;
};

} // namespace falconer
