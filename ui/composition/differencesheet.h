// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/targets.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "services/repository/differencegatherer.h"
#include "ui/composition/differencetext.h"
#include "ui/shared/formsheet.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QStringListModel;

namespace falconer {

class DifferenceView;

// What two sets differ in, or a set and what a target has installed.
class DifferenceSheet final : public FormSheet {
    Q_OBJECT

public:
    DifferenceSheet(Client &client, const SheetContext &context, QWidget *window);

    void compare(const DistributionSet &left, const DistributionSet &right);
    // Asks for the target whose installed set is the left side.
    void askForTarget(const DistributionSet &right);
    void compareWithInstalled(const QString &controllerId, const DistributionSet &right);

    bool isAtWork() const override { return false; } // it only reads

protected:
    void submit() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void hideResult();
    void showResult();
    void showDifference(const SetDifference &difference);
    void fitView();
    void copy();
    void offerTargets();
    QString leftTitle() const;

    Client &m_client;
    DifferenceGatherer m_gatherer;
    DistributionSet m_rightSet;
    QString m_controllerId; // empty: two sets are compared
    QLineEdit *m_target;
    FormField *m_targetField = nullptr;
    QStringListModel *m_offers;
    QTimer m_typing;
    Call m_lookup;
    QList<DifferenceSection> m_sections;
    QLabel *m_summary;
    QPushButton *m_copy;
    DifferenceView *m_view;
};

} // namespace falconer
